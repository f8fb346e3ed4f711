import EventRecords

extension NamedActs {
  /// How things get out of the dashboard.
  static let export = [
    NamedAct(
      name: "copy", parameters: [ActParameter(label: "WHAT", kind: .choice(copied.map(\.name)), isOptional: true)],
      help: "Copy something of the selected event, through the terminal; without a word, a menu", command: .openCopyMenu,
      obstacle: { $0.table.selectedID == nil ? "nothing is selected" : nil },
      act: { arguments, _ in
        guard let content = copied.first(where: { $0.name == arguments.text(0) })?.content else { return .command(.openCopyMenu) }
        return .copy(content)
      }),
    NamedAct(
      name: "export",
      parameters: [
        ActParameter(label: "FORMAT", kind: .choice(ExportFormat.allCases.map(\.rawValue))),
        ActParameter(label: "FILE", kind: .file, isOptional: true),
      ],
      help: "Write what is marked, or else all that is shown, to a file", command: .openExportMenu,
      obstacle: { $0.isFirstStart ? "nothing was received yet" : nil },
      act: { arguments, _ in .export(arguments.text(0).flatMap(ExportFormat.init(rawValue:)), to: arguments.text(1)) }),
    NamedAct(
      name: "secrets", parameters: [ActParameter(label: "on|off", kind: .choice(["on", "off"]), isOptional: true)],
      help: "Show what is secret in headers and URLs, or mask it again", command: .toggleSecrets,
      act: { arguments, state in .showSecrets(arguments.text(0).map { $0 == "on" } ?? !state.showsSecrets) }),
  ]

  private static let copied: [(name: String, content: CopyOrder.Content)] = [
    ("body", .body), ("indented", .indentedBody), ("curl", .curl), ("send", .send), ("replay", .replay),
  ]
}
