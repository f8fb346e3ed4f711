extension StoreSchema {
  /// What finds the captures whose events are of the same moment: the same body can only have come with the same timestamp.
  static let moments = """
    CREATE INDEX capture_timestamp ON capture (timestamp) WHERE timestamp IS NOT NULL;
    """
}
