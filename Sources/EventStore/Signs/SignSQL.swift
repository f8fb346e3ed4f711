import EventRecords

/// The questions behind the signs, in SQL.
enum SignSQL {
  /// Whether the row of `capture` that a question is at repeats the body of one before it, and not as an attempt of the same task.
  ///
  /// Only rows whose event has the same timestamp can: they are few, neighbours in the index, and no more than `duplicateReach` of them
  /// are looked at. Bodies are read only where the sizes agree.
  static let isDuplicate = """
    EXISTS (
      SELECT 1 FROM (
        SELECT near.id FROM capture AS near INDEXED BY capture_timestamp
        WHERE near.timestamp = capture.timestamp AND near.id < capture.id ORDER BY near.id DESC LIMIT \(Capture.duplicateReach)
      ) AS moment JOIN capture AS other ON other.id = moment.id
      WHERE other.bytes = capture.bytes AND other.body = capture.body
        AND NOT EXISTS (
          SELECT 1 FROM task AS mine JOIN task AS theirs ON theirs.name = mine.name AND theirs.queue IS mine.queue
          WHERE mine.capture_id = capture.id AND theirs.capture_id = other.id))
    """

  /// The bodies of a capture and of the creates and updates of its resource before it, newest first.
  static let declarations = """
    SELECT CAST(body AS BLOB) FROM capture INDEXED BY capture_resource
    WHERE verdict = 'accepted' AND id <= ?1 AND action IN ('create', 'update')
      AND workspace = (SELECT workspace FROM capture WHERE id = ?1)
      AND collection IS (SELECT collection FROM capture WHERE id = ?1)
      AND resource_type = (SELECT resource_type FROM capture WHERE id = ?1)
      AND resource_name = (SELECT resource_name FROM capture WHERE id = ?1)
    ORDER BY id DESC LIMIT \(Capture.schemaReach + 1)
    """
}
