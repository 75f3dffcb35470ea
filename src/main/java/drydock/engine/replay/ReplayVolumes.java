// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.Volume;
import drydock.engine.Volumes;
import drydock.messages.Messages;
import java.util.List;

final class ReplayVolumes implements Volumes {
  private final Replay replay;

  ReplayVolumes(Replay replay) {
    this.replay = replay;
  }

  @Override
  public List<Volume> list() {
    return List.copyOf(replay.state().volumes().values());
  }

  @Override
  public Volume inspect(String name) {
    Volume volume = replay.state().volumes().get(name);
    if (volume == null) {
      throw new EngineException(new EngineProblem.NotFound("volume", name));
    }
    return volume;
  }

  @Override
  public void create(String name, Ownership ownership) {
    throw Replay.refusal(Messages.get("engine.doing.createVolume", name));
  }

  @Override
  public void remove(String name) {
    throw Replay.refusal(Messages.get("engine.doing.removeVolume", name));
  }
}
