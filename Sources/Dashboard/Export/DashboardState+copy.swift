import CatalogEvents
import EventRecords

extension DashboardState {
  /// The capture that is selected, when it is at hand.
  private var selectedCapture: Capture? {
    guard let id = table.selectedID, let capture = detail.shown?.capture, capture.id == id else { return nil }
    return capture
  }

  mutating func openCopyMenu() {
    guard let id = table.selectedID else {
      tell(.warning, "there is nothing to copy: nothing is selected")
      return
    }
    let capture = selectedCapture
    // Where the table has the keyboard, or another capture is still shown, there is no cursor that anyone sees.
    let hasCursor = context == .detail && capture != nil
    let value = hasCursor ? detail.cursorValue : nil
    let path = hasCursor ? detail.cursorPath.map(\.description) : nil
    overlay = .menu(.copying(id, capture, value: value, path: path))
  }

  mutating func openHeaderMenu() {
    guard let capture = selectedCapture else {
      tell(.warning, "the headers are not loaded yet: try again in a moment")
      return
    }
    overlay = .menu(.headers(of: capture, mask: mask, revealKey: KeyTable.shortLabel(of: .toggleSecrets, in: .table)))
  }

  /// Has something of the selected capture copied.
  mutating func copy(_ content: CopyOrder.Content) -> [Effect] {
    guard let id = table.selectedID else {
      tell(.warning, "there is nothing to copy: nothing is selected")
      return []
    }
    return [.copy(CopyOrder(capture: id, content: content, mask: mask))]
  }
}

// MARK: - Secrets

extension DashboardState {
  /// What is masked on the screen, in copies and in exports.
  var mask: SecretMask {
    showsSecrets ? .nothing : environment.mask
  }

  /// Shows what is secret, or hides it again; the status line says so for as long as it is shown.
  mutating func showSecrets(_ wanted: Bool) {
    showsSecrets = wanted
    detail.hide(mask)
    deliveries.mask = mask
    tell(.information, wanted ? "secrets are shown, copied and exported" : "secrets are masked")
  }
}
