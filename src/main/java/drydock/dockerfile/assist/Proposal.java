// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

/// Something that could stand at the caret.
///
/// @param label what is listed and compared with what was typed
/// @param detail a few words beside it: a value, a version, why it is marked; may be empty
/// @param documentation a sentence or two; may be empty
/// @param isMarked whether it is of little use here, such as a file that .dockerignore keeps out;
///   the detail says why
public record Proposal(
    Kind kind,
    String label,
    String detail,
    String documentation,
    Snippet insert,
    boolean isMarked) {
  /// What it is, for an icon and a word.
  public enum Kind {
    INSTRUCTION,
    SNIPPET,
    FLAG,
    VALUE,
    STAGE,
    VARIABLE,
    IMAGE,
    FILE,
    FOLDER,
    DIRECTIVE,
    RULE
  }

  static Proposal of(Kind kind, String label, String detail, String documentation, String insert) {
    return new Proposal(kind, label, detail, documentation, Snippet.plain(insert), false);
  }

  static Proposal value(String label, String documentation) {
    return of(Kind.VALUE, label, "", documentation, label);
  }
}
