extension StoreSchema {
  /// What finds the other attempts of a task, and the other captures of a resource, among a million.
  ///
  /// A table of its own for tasks, because a column after `body` could only be read by way of the body. A resource's rows are found
  /// whatever the action, so that one index serves the comparison of schemas and the history of a resource.
  static let tasksAndResources = """
    CREATE INDEX capture_resource ON capture (workspace, collection, resource_type, resource_name) WHERE verdict = 'accepted';

    CREATE TABLE task (
      capture_id INTEGER PRIMARY KEY REFERENCES capture (id) ON DELETE CASCADE,
      queue TEXT,
      name TEXT NOT NULL,
      retry_count INTEGER CHECK (retry_count IS NULL OR typeof(retry_count) = 'integer' AND retry_count >= 0)
    );
    CREATE INDEX task_name ON task (name, queue);

    INSERT INTO task (capture_id, queue, name, retry_count)
    SELECT id, queue, name,
      iif(length(retries) BETWEEN 1 AND 9 AND retries NOT GLOB '*[^0-9]*', CAST(retries AS INTEGER), NULL)
    FROM (
      SELECT id, \(value(of: "x-cloudtasks-queuename")) AS queue, \(value(of: "x-cloudtasks-taskname")) AS name,
        \(value(of: "x-cloudtasks-taskretrycount")) AS retries
      FROM capture WHERE headers LIKE '%x-cloudtasks-taskname%'
    ) WHERE name <> '';
    """

  /// The first header of a name, which is given in small letters; null unless its value is text.
  private static func value(of name: String) -> String {
    """
    (SELECT iif(json_type(field.value, '$[1]') = 'text', json_extract(field.value, '$[1]'), NULL)
        FROM json_each(capture.headers) AS field WHERE lower(json_extract(field.value, '$[0]')) = '\(name)' ORDER BY field.key LIMIT 1)
    """
  }
}
