// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Move;
import drydock.lesson.StagedContainer;
import drydock.lesson.StagedNetwork;
import drydock.lesson.StagedVolume;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A move of `run`, `solve`, `cleanup` or a mistake's `example` -> [Move]. Its kind is its one field of that name.
final class MoveReader {
  private static final List<String> KINDS =
      List.of(
          "write",
          "delete",
          "build",
          "run",
          "start",
          "stop",
          "restart",
          "pause",
          "unpause",
          "remove",
          "kill",
          "exec",
          "connect",
          "disconnect",
          "limit",
          "network",
          "remove-network",
          "volume",
          "remove-volume",
          "tag",
          "remove-image",
          "wait");

  private static final Map<String, Move.Verb> VERBS =
      Map.of(
          "start", Move.Verb.START,
          "stop", Move.Verb.STOP,
          "restart", Move.Verb.RESTART,
          "pause", Move.Verb.PAUSE,
          "unpause", Move.Verb.UNPAUSE,
          "remove", Move.Verb.REMOVE);

  private MoveReader() {}

  static List<Move> list(Fields fields, String name) {
    List<Move> moves = new ArrayList<>();
    for (Fields each : fields.list(name)) {
      Move move = read(each);
      if (move != null) {
        each.end();
        moves.add(move);
      }
    }
    return moves;
  }

  /// Null when it is none, which is then among the problems. The caller ends `fields`.
  static @Nullable Move read(Fields fields) {
    Optional<String> kind = KINDS.stream().filter(fields::has).findFirst();
    if (kind.isEmpty()) {
      fields.problem(Rule.MOVE_KIND, String.join(", ", KINDS));
      return null;
    }
    String name = kind.get();
    return switch (name) {
      case "write" -> new Move.Write(path(fields, name), fields.text("content"));
      case "delete" -> new Move.Delete(path(fields, name));
      case "build" -> new Move.Build(ContainerReader.image(fields, name), fields.flag("no-cache"));
      case "run" -> run(fields);
      case "kill" -> kill(fields);
      case "exec" -> {
        List<String> command = fields.texts("command");
        if (command.isEmpty()) {
          fields.problem(Rule.FIELD_MISSING, "command");
        }
        yield new Move.Exec(named(fields, name), command);
      }
      case "connect" ->
          new Move.Connect(
              named(fields, name),
              named(fields, "container"),
              fields.textsMatching(
                  "aliases", Patterns.HOST, Messages.get("lesson.pack.rule.name")));
      case "disconnect" -> new Move.Disconnect(named(fields, name), named(fields, "container"));
      case "limit" ->
          new Move.Limit(named(fields, name), ContainerReader.limits(fields.mapping("limits")));
      case "network" -> network(fields);
      case "remove-network" -> new Move.RemoveNetwork(named(fields, name));
      case "volume" -> volume(fields);
      case "remove-volume" -> new Move.RemoveVolume(named(fields, name));
      case "tag" ->
          new Move.Tag(ContainerReader.image(fields, name), ContainerReader.image(fields, "as"));
      case "remove-image" -> new Move.RemoveImage(ContainerReader.image(fields, name));
      case "wait" -> new Move.Wait(fields.integer(name, 1, Move.Wait.MAX_WAIT));
      default -> new Move.Act(Objects.requireNonNull(VERBS.get(name)), named(fields, name));
    };
  }

  private static String named(Fields fields, String name) {
    return fields.matching(name, Patterns.NAME, Messages.get("lesson.pack.rule.name"));
  }

  private static String path(Fields fields, String name) {
    String path = fields.text(name);
    Rule wrong = SafeNames.pathProblem(fields.example(path));
    if (wrong != null) {
      fields.problemAt(name, wrong);
    }
    return path;
  }

  private static Move run(Fields fields) {
    Fields container = fields.isMapping("run") ? fields.mapping("run") : null;
    return new Move.Run(
        container == null
            ? StagedContainer.of(ContainerReader.image(fields, "run"))
            : ContainerReader.read(container));
  }

  private static Move kill(Fields fields) {
    String signal =
        fields.optionalMatching("signal", Patterns.SIGNAL, Messages.get("lesson.pack.rule.signal"));
    return new Move.Kill(named(fields, "kill"), signal == null ? "KILL" : signal);
  }

  private static Move network(Fields fields) {
    Fields network = fields.isMapping("network") ? fields.mapping("network") : null;
    return new Move.MakeNetwork(
        network == null
            ? new StagedNetwork(named(fields, "network"), false)
            : StageReader.network(network));
  }

  private static Move volume(Fields fields) {
    Fields volume = fields.isMapping("volume") ? fields.mapping("volume") : null;
    return new Move.MakeVolume(
        volume == null
            ? new StagedVolume(named(fields, "volume"), Map.of())
            : StageReader.volume(volume));
  }
}
