// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Duration;
import java.util.List;

/// What can go wrong between Drydock and an engine. One exhaustive switch makes a sentence and a remedy of each.
public sealed interface EngineProblem {
  /// No engine answered; every endpoint tried is there with what became of it.
  record Unreachable(List<EndpointAttempt> attempts) implements EngineProblem {
    public Unreachable {
      attempts = List.copyOf(attempts);
    }
  }

  /// The connection broke while `doing` ("reading the log of web").
  record ConnectionLost(String doing, String detail) implements EngineProblem {}

  /// No whole answer came within `limit`.
  record TimedOut(String doing, Duration limit) implements EngineProblem {}

  /// The engine knows no such thing. `kind` is Docker's word: image, container, network, volume; or path, for a file or
  /// folder of a container.
  record NotFound(String kind, String name) implements EngineProblem {}

  /// The engine refuses because of the state that things are in (409, of networks 403).
  record Conflict(String doing, String detail) implements EngineProblem {}

  /// Drydock itself refuses: the object does not carry its owner label.
  record NotOurs(String kind, String name) implements EngineProblem {}

  /// A published port is taken, or may not be had.
  record PortUnavailable(String doing, String detail) implements EngineProblem {}

  /// An image is not on the engine and could not be pulled.
  record PullFailed(String reference, String detail) implements EngineProblem {}

  /// The disk of the engine's machine is full.
  record DiskFull(String doing, String detail) implements EngineProblem {}

  /// The engine answered with another error. `status` is HTTP's.
  record Failed(String doing, int status, String detail) implements EngineProblem {}

  /// An answer that cannot be understood, or is larger than it may be.
  record BadAnswer(String doing, String detail) implements EngineProblem {}

  /// The folder to build from cannot be read or sent.
  record BadContext(String path, String detail) implements EngineProblem {}

  /// An archive of images that is none, or is broken, or is not to be trusted.
  record BadArchive(String doing, String detail) implements EngineProblem {}

  /// A file of this computer could not be read or written meanwhile.
  record LocalFile(String doing, String detail) implements EngineProblem {}

  /// The engine lacks what is asked for.
  record Unsupported(String feature, String reason) implements EngineProblem {}

  /// A recording is played, and this is not in it: it would change something, or nobody asked then.
  record NotRecorded(String doing) implements EngineProblem {}
}
