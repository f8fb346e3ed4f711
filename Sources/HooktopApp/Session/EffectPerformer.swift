import CatalogEvents
import CursesTerminal
import Dashboard
import EventRecords
import EventStore
import Foundation
import Synchronization
import WebhookDelivery

/// Does the work that the dashboard asks for, and posts what comes of it.
final class EffectPerformer: Sendable {
  private let inbox: Inbox
  private let store: EventStore
  private let sender: WebhookSender
  private let terminal: CursesTerminal
  private let formFile: FormValuesFile?
  /// What of a capture's headers is secret, and stays here when it is sent again.
  private let mask: SecretMask
  private let copying: CopyWork
  private let exporting: ExportWork
  private let filterFile: FilterHistoryFile?
  private let effects: AsyncStream<Effect>
  private let asked: AsyncStream<Effect>.Continuation
  private let orders = Mutex<[Int: Task<Void, Never>]>([:])
  /// The newest question for a page.
  private let page = Mutex<Task<Void, Never>?>(nil)

  init(
    inbox: Inbox, store: EventStore, sender: WebhookSender, terminal: CursesTerminal, formFile: FormValuesFile?,
    filterFile: FilterHistoryFile?, mask: SecretMask, copying: CopyWork, exporting: ExportWork
  ) {
    self.inbox = inbox
    self.store = store
    self.sender = sender
    self.terminal = terminal
    self.formFile = formFile
    self.mask = mask
    self.copying = copying
    self.exporting = exporting
    self.filterFile = filterFile
    (effects, asked) = AsyncStream.makeStream()
  }

  /// Starts an effect's work and returns at once. What concerns the terminal is asked of its thread here, in order.
  func perform(_ effect: Effect) {
    switch effect {
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    case .useMouse(let isWanted): terminal.useMouse(isWanted)
    default: asked.yield(effect)
    }
  }

  /// Works until the task is cancelled; sends that are under way then are cut short.
  func run() async {
    await withDiscardingTaskGroup { tasks in
      for await effect in effects {
        switch effect {
        case .keepForm(let values): keep(values)
        case .keepFilters(let filters): keep(filters)
        case .loadPage(let request): loadPage(request)
        case .cancelSend(let order): orders.withLock { $0[order] }?.cancel()
        case .send(let order): start(order.order) { await self.send(order) }
        case .replay(let order): start(order.order) { await self.replay(order) }
        case .editBody(let order): tasks.addTask { await self.edit(order) }
        case .deleteCaptures(let ids): tasks.addTask { await self.delete(ids) }
        case .loadFilterValues, .loadCapture, .loadDeliveries, .loadRelations, .loadIDs, .loadStatistics, .loadTimeline, .loadPace:
          tasks.addTask { await self.load(effect) }
        case .copy(let order): tasks.addTask { self.inbox.post(.noticePosted(await self.copying.run(order))) }
        case .export(let order): tasks.addTask { self.inbox.post(.noticePosted(await self.exporting.run(order))) }
        case .redraw, .suspend, .useMouse, .quit: break
        }
      }
    }
    page.withLock { $0 }?.cancel()
    for task in orders.withLock({ Array($0.values) }) { task.cancel() }
    for task in orders.withLock({ Array($0.values) }) { await task.value }
  }

  private func load(_ effect: Effect) async {
    do throws(StoreError) {
      switch effect {
      case .loadFilterValues(let request): inbox.post(.filterValuesLoaded(try await store.values(request)))
      case .loadCapture(let id): inbox.post(.captureLoaded(id: id, capture: try await store.capture(id: id)))
      case .loadIDs(let request): inbox.post(.idsLoaded(try await store.ids(request)))
      case .loadDeliveries(let request): inbox.post(.deliveriesLoaded(try await store.deliveries(request)))
      case .loadStatistics(let request): inbox.post(.statisticsLoaded(try await store.statistics(request)))
      case .loadPace(let generation): inbox.post(.paceLoaded(try await store.pace(), generation: generation))
      case .loadTimeline(let resource): inbox.post(.timelineLoaded(try await store.timeline(of: resource)))
      case .loadRelations(let id): inbox.post(.relationsLoaded(id: id, try await store.relations(of: id)))
      default: break
      }
    } catch {
      inbox.post(.noticePosted(Notice(.failure, error.description)))
    }
  }

  /// Asks for a page. An older question that is not answered yet ends, because its answer would be dropped: while a filter is being typed,
  /// each letter asks for one, and in a large store they take their time.
  private func loadPage(_ request: PageRequest) {
    let store = store
    let inbox = inbox
    page.withLock { page in
      page?.cancel()
      page = Task {
        do throws(StoreError) {
          inbox.post(.pageLoaded(try await store.page(request)))
        } catch {
          if !Task.isCancelled { inbox.post(.noticePosted(Notice(.failure, error.description))) }
        }
      }
    }
  }

  private func keep(_ filters: [String]) {
    do {
      try filterFile?.keep(filters)
    } catch {
      inbox.post(
        .noticePosted(Notice(.warning, "the filter was not kept for the next start: \(filterFile?.path ?? "") cannot be written")))
    }
  }

  private func keep(_ values: ComposeValues) {
    do {
      try formFile?.keep(values)
    } catch {
      inbox.post(
        .noticePosted(Notice(.warning, "the form's values were not kept for the next start: \(formFile?.path ?? "") cannot be written")))
    }
  }

  /// Gives the terminal to the operator's editor, and posts what it left.
  private func edit(_ order: EditOrder) async {
    var capture: Capture?
    let outcome: EditResult.Outcome
    do throws(StoreError) {
      capture = try await store.capture(id: order.captureID)
      if let body = order.body ?? capture?.body {
        let editor = BodyEditor(environment: ProcessInfo.processInfo.environment, run: { [terminal] in await terminal.run($0) })
        outcome = await editor.edit(body, name: "event-\(order.captureID).json")
      } else {
        outcome = .failed(
          reason: capture == nil
            ? "#\(order.captureID) cannot be edited: it is not in the store any more"
            : "#\(order.captureID) has no body to edit: it was refused unread, because of its size")
      }
    } catch {
      outcome = .failed(reason: error.description)
    }
    inbox.post(.bodyEdited(EditResult(captureID: order.captureID, capture: capture, outcome: outcome)))
  }

  private func delete(_ ids: [Int64]) async {
    do throws(StoreError) {
      inbox.post(.capturesDeleted(ids, count: try await store.delete(ids: ids)))
    } catch {
      inbox.post(.noticePosted(Notice(.failure, "nothing was deleted: \(error)")))
    }
  }

  /// Starts the work of a send order as a task of its own, so that it can be cancelled while others run.
  private func start(_ order: Int, _ work: @escaping @Sendable () async -> Void) {
    // Made under the lock, so that it cannot remove itself before it was entered.
    orders.withLock { orders in
      orders[order] = Task {
        await work()
        _ = self.orders.withLock { $0.removeValue(forKey: order) }
      }
    }
  }
}

// MARK: - Sending

extension EffectPerformer {
  private func send(_ order: SendOrder) async {
    await run(SendJob(draft: order.draft, target: order.target, count: order.count, rate: order.rate), order: order.order)
  }

  private func replay(_ order: ReplayOrder) async {
    switch order.content {
    case .captures(let ids): await run(SendJob(.captures(ids), target: order.target), order: order.order)
    case .edited(let id, let body):
      do throws(StoreError) {
        if let capture = try await store.capture(id: id) {
          await run(SendJob(.edited(capture, body: body), target: order.target), order: order.order)
          return
        }
        end(order, "#\(id) was not sent: it is not in the store any more")
      } catch {
        end(order, error.description)
      }
    }
  }

  /// Ends an order of which nothing was sent.
  private func end(_ order: ReplayOrder, _ reason: String) {
    inbox.post(.noticePosted(Notice(.failure, reason)))
    post(SendTally(total: order.content.count), of: order.order, newest: nil, isEnded: true)
  }

  private func run(_ job: SendJob, order: Int) async {
    let store = store
    let sender = sender
    let latest = Mutex<Delivery?>(nil)
    let runner = SendRunner(mask: mask, capture: { id in try await store.capture(id: id) }, send: { await sender.send($0) })
    do throws(TargetError) {
      let tally = try await runner.run(
        job, record: keep,
        onProgress: { tally, newest in
          latest.withLock { $0 = newest }
          self.post(tally, of: order, newest: newest, isEnded: false)
        })
      post(tally, of: order, newest: latest.withLock { $0 }, isEnded: true)
    } catch {
      inbox.post(.noticePosted(Notice(.failure, error.description)))
      post(SendTally(total: job.count), of: order, newest: nil, isEnded: true)
    }
  }

  /// Enters a delivery in the store when it has ended: one that a crash cut short would otherwise say "sending" for ever.
  @Sendable private func keep(_ delivery: Delivery) async -> Int64 {
    guard delivery.state != .sending else { return delivery.id }
    do throws(StoreError) {
      return try await store.save(delivery)
    } catch {
      inbox.post(.noticePosted(Notice(.warning, "the delivery is not in the list: \(error)")))
      return delivery.id
    }
  }

  private func post(_ tally: SendTally, of order: Int, newest: Delivery?, isEnded: Bool) {
    inbox.post(
      .sendProgressed(
        SendProgress(
          order: order, total: tally.total, deliveredCount: tally.deliveredCount, failedCount: tally.failedCount, failures: tally.failures,
          newest: newest, isEnded: isEnded)))
  }
}
