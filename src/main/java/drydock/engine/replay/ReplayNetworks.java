// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Network;
import drydock.engine.NetworkSpec;
import drydock.engine.Networks;
import drydock.messages.Messages;
import java.util.List;

final class ReplayNetworks implements Networks {
  private final Replay replay;

  ReplayNetworks(Replay replay) {
    this.replay = replay;
  }

  @Override
  public List<Network> list() {
    return List.copyOf(replay.state().networks().values());
  }

  @Override
  public Network inspect(String network) {
    return list().stream()
        .filter(n -> n.id().equals(network) || n.name().equals(network))
        .findFirst()
        .orElseThrow(() -> new EngineException(new EngineProblem.NotFound("network", network)));
  }

  @Override
  public String create(NetworkSpec spec) {
    throw Replay.refusal(Messages.get("engine.doing.createNetwork", spec.name()));
  }

  @Override
  public void connect(String network, String container, List<String> aliases) {
    throw Replay.refusal(Messages.get("engine.doing.connect", container, network));
  }

  @Override
  public void disconnect(String network, String container) {
    throw Replay.refusal(Messages.get("engine.doing.disconnect", container, network));
  }

  @Override
  public void remove(String network) {
    throw Replay.refusal(Messages.get("engine.doing.removeNetwork", network));
  }
}
