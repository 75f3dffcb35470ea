// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineMonitor;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Subscription;
import drydock.ui.kit.Background;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The monitor's newest status as a property of the JavaFX thread; what came between two pulses is passed over.
final class EngineWatch implements AutoCloseable {
  private final ReadOnlyObjectWrapper<EngineStatus> status =
      new ReadOnlyObjectWrapper<>(new EngineStatus.Searching());
  private final Subscription subscription;

  EngineWatch(EngineMonitor monitor, Background background) {
    subscription =
        monitor.subscribe(background.<EngineStatus>batched(batch -> status.set(batch.getLast())));
  }

  ReadOnlyObjectProperty<EngineStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /// What is known of the engine that answers; null when none does.
  @Nullable EngineState state() {
    return status.get() instanceof EngineStatus.Ready ready ? ready.state() : null;
  }

  @Override
  public void close() {
    subscription.close();
  }
}
