// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

/// One thing that a step's key is made of, kept so that two keys can be compared and the difference
/// named.
///
/// @param name a path, the name of a variable, the image; empty where the kind says all
/// @param value as far as it may be kept: of variables and files a digest, for nobody knows what
///   they hold
/// @param line where it stands in the Dockerfile, counted from 1; 0 when no line of the file made
///   it
public record Part(Kind kind, String name, String value, int line) {
  /// What it is. New kinds go last: names are kept in files.
  public enum Kind {
    /// The instruction as written.
    TEXT,
    USER,
    DIRECTORY,
    SHELL,
    FLAGS,
    DESTINATION,
    PLATFORM,
    NETWORK,
    /// A variable of a RUN, in their order.
    ENV,
    ARG,
    /// A variable that the base image sets.
    BASE_VARIABLE,
    /// A file of the context: `value` is kind, mode and digest with blanks between.
    FILE,
    /// A here-document.
    BODY,
    /// The image of a FROM, or of a `--from`.
    IMAGE,
    /// The stage of a `--from`.
    STAGE
  }
}
