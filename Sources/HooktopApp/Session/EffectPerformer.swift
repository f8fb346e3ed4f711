import CatalogEvents
import CursesTerminal
import Dashboard
import EventRecords
import EventStore
import Synchronization
import WebhookDelivery

/// Does the work that the dashboard asks for, and posts what comes of it.
final class EffectPerformer: Sendable {
  private let inbox: Inbox
  private let store: EventStore
  private let sender: WebhookSender
  private let terminal: CursesTerminal
  private let formFile: FormValuesFile?
  private let effects: AsyncStream<Effect>
  private let asked: AsyncStream<Effect>.Continuation
  private let orders = Mutex<[Int: Task<Void, Never>]>([:])

  init(inbox: Inbox, store: EventStore, sender: WebhookSender, terminal: CursesTerminal, formFile: FormValuesFile?) {
    self.inbox = inbox
    self.store = store
    self.sender = sender
    self.terminal = terminal
    self.formFile = formFile
    (effects, asked) = AsyncStream.makeStream()
  }

  /// Starts an effect's work and returns at once. What concerns the terminal is asked of its thread here, in order.
  func perform(_ effect: Effect) {
    switch effect {
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    default: asked.yield(effect)
    }
  }

  /// Works until the task is cancelled; sends that are under way then are cut short.
  func run() async {
    await withDiscardingTaskGroup { tasks in
      for await effect in effects {
        switch effect {
        case .keepForm(let values): keep(values)
        case .cancelSend(let order): orders.withLock { $0[order] }?.cancel()
        case .send(let order): start(order)
        case .loadPage, .loadCapture, .loadDeliveries: tasks.addTask { await self.load(effect) }
        case .redraw, .suspend, .quit: break
        }
      }
    }
    for task in orders.withLock({ Array($0.values) }) { task.cancel() }
    for task in orders.withLock({ Array($0.values) }) { await task.value }
  }

  private func load(_ effect: Effect) async {
    do throws(StoreError) {
      switch effect {
      case .loadPage(let request): inbox.post(.pageLoaded(try await store.page(request)))
      case .loadCapture(let id): inbox.post(.captureLoaded(id: id, capture: try await store.capture(id: id)))
      case .loadDeliveries(let request): inbox.post(.deliveriesLoaded(try await store.deliveries(request)))
      default: break
      }
    } catch {
      inbox.post(.noticePosted(Notice(.failure, error.description)))
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

  /// Starts a send order as a task of its own, so that it can be cancelled while others run.
  private func start(_ order: SendOrder) {
    // Made under the lock, so that it cannot remove itself before it was entered.
    orders.withLock { orders in
      orders[order.order] = Task {
        await send(order)
        _ = self.orders.withLock { $0.removeValue(forKey: order.order) }
      }
    }
  }

  private func send(_ order: SendOrder) async {
    let inbox = inbox
    let store = store
    let sender = sender
    let job = SendJob(draft: order.draft, target: order.target, count: order.count, rate: order.rate)
    let latest = Mutex<Delivery?>(nil)
    let post = { @Sendable (tally: SendTally, isEnded: Bool) in
      inbox.post(
        .sendProgressed(
          SendProgress(
            order: order.order, total: tally.total, deliveredCount: tally.deliveredCount, failedCount: tally.failedCount,
            newest: latest.withLock { $0 }, isEnded: isEnded)))
    }
    do throws(TargetError) {
      let tally = try await SendRunner { await sender.send($0) }.run(
        job,
        record: { delivery in
          // Entered when it has ended: one that a crash cut short would otherwise say "sending" for ever.
          guard delivery.state != .sending else { return delivery.id }
          do throws(StoreError) {
            return try await store.save(delivery)
          } catch {
            inbox.post(.noticePosted(Notice(.warning, "the delivery is not in the list: \(error)")))
            return delivery.id
          }
        },
        onProgress: { tally, newest in
          latest.withLock { $0 = newest }
          post(tally, false)
        })
      post(tally, true)
    } catch {
      inbox.post(.noticePosted(Notice(.failure, error.description)))
      post(SendTally(total: order.count), true)
    }
  }
}
