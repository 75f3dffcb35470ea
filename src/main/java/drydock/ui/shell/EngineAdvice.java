// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.doctor.Engines;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineInfo;
import drydock.engine.EngineStatus;
import drydock.engine.HostSystem;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person should know of the engine while they work: usually nothing.
sealed interface EngineAdvice {
  /// All is well.
  record Nothing() implements EngineAdvice {}

  /// None answers.
  record Missing(String sentence, List<EndpointAttempt> attempts) implements EngineAdvice {
    public Missing {
      attempts = List.copyOf(attempts);
    }
  }

  /// The one that was asked for does not answer, and another one is used.
  record Instead(String sentence) implements EngineAdvice {}

  /// Several answer, and nobody said which one to use.
  record Several(String sentence) implements EngineAdvice {}

  /// Empty while nothing new is known: what was said before stands.
  ///
  /// @param preferred the engine that was chosen; null: Docker decides
  static Optional<EngineAdvice> of(EngineStatus status, @Nullable String preferred) {
    return switch (status) {
      case EngineStatus.Searching _ -> Optional.empty();
      case EngineStatus.Unavailable none ->
          Optional.of(
              new Missing(
                  Messages.get(
                      "shell.banner.none", Problems.advice(none.attempts(), HostSystem.current())),
                  none.attempts()));
      case EngineStatus.Ready ready ->
          Optional.of(of(ready.state().info(), ready.attempts(), preferred));
    };
  }

  private static EngineAdvice of(
      EngineInfo used, List<EndpointAttempt> attempts, @Nullable String preferred) {
    Optional<EndpointAttempt> passedOver = Engines.passedOver(attempts);
    if (passedOver.isPresent()) {
      return new Instead(instead(passedOver.get(), used));
    }
    int answering = Engines.answering(attempts).size();
    if (answering < 2 || preferred != null) {
      return new Nothing();
    }
    String name = Engines.name(used);
    String uri = used.endpoint().uri();
    return new Several(
        Engines.isDockers(used, attempts)
            ? Messages.get("shell.banner.several.docker", answering, name, uri)
            : Messages.get("shell.banner.several", answering, name, uri));
  }

  private static String instead(EndpointAttempt attempt, EngineInfo used) {
    String words = Problems.words(attempt.result());
    String name = Engines.name(used);
    String uri = used.endpoint().uri();
    return attempt.endpoint().origin() == Endpoint.Origin.SETTING
        ? Messages.get("shell.banner.insteadOfChoice", attempt.endpoint().uri(), words, name, uri)
        : Messages.get("shell.banner.instead", Problems.named(attempt), words, name, uri);
  }
}
