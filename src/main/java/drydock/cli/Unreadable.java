// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

/// What a command was given to read cannot be read; the message is a sentence for people.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String sentence) {
    super(sentence);
  }
}
