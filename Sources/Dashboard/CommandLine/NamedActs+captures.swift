extension NamedActs {
  /// What can be done with the captures that are marked, or else with the selected one.
  static let captures = [
    command("mark", .markAllShown, help: "Mark all that the table shows"),
    command("unmark", .unmarkAll, help: "Unmark all"),
    NamedAct(
      name: "replay", parameters: [ActParameter(label: "URL", kind: .target, flag: "--to", isOptional: true)],
      help: "Send what is marked again, or else the selected one, its bytes unchanged", command: .replay, obstacle: isNothingChosen,
      act: { arguments, _ in .replay(to: arguments.text(0)) }),
    NamedAct(
      name: "compare", help: "Compare the two that are marked, or the marked and the selected one", command: .compare,
      obstacle: { $0.compareObstacle }, act: { _, _ in .command(.compare) }),
    NamedAct(
      name: "edit", help: "Edit the body in $VISUAL or $EDITOR, see what is different, and send it", command: .edit,
      obstacle: { $0.editObstacle }, act: { _, _ in .command(.edit) }),
    NamedAct(
      name: "draft", help: "Open the compose form, filled from the event, to send a new one", command: .draftFromCapture,
      obstacle: { $0.draftObstacle }, act: { _, _ in .command(.draftFromCapture) }),
    NamedAct(
      name: "cancel", help: "Cancel the newest replay that is under way", command: .cancelOrder,
      obstacle: { $0.replays.mode == nil ? "nothing is being sent again" : nil }, act: { _, _ in .command(.cancelOrder) }),
    NamedAct(
      name: "delete", help: "Delete what is marked for good, or else the selected one; asks first", obstacle: isNothingChosen,
      act: { _, _ in .delete }),
  ]

  @Sendable private static func isNothingChosen(_ state: DashboardState) -> String? {
    state.chosenIDs.isEmpty ? "nothing is marked or selected" : nil
  }
}
