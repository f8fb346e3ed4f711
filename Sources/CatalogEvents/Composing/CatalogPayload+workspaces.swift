extension CatalogPayload {
  public static func workspaceDeleted(droppedBy: String?) -> PayloadValue {
    .object([.init("dropped_by", .text(droppedBy))])
  }

  public static func workspaceRestored(restoredBy: String?) -> PayloadValue {
    .object([.init("restored_by", .text(restoredBy))])
  }

  public static func workspaceLocked(lockedBy: String?) -> PayloadValue {
    .object([.init("locked_by", .text(lockedBy))])
  }

  public static func workspaceUnlocked(unlockedBy: String?) -> PayloadValue {
    .object([.init("unlocked_by", .text(unlockedBy))])
  }
}
