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
