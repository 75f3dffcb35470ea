// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import org.jspecify.annotations.Nullable;

/// What an element is, in words.
///
/// @param name what a screen reader says; empty for mere ornament
/// @param sentence the longer word on it: full text of what is shortened, reasons
/// @param evidence where it comes from; elements with evidence or a sentence can be focused
/// @param subject identity of the thing drawn, for example a build step's key; null when it stands
///   for none
public record About(
    String name, String sentence, @Nullable Evidence evidence, @Nullable String subject) {
  public static final About ORNAMENT = new About("", "", null, null);

  private static final int LONGEST_NAME = 400;
  private static final int LONGEST_SENTENCE = 2_000;

  public About {
    name = Plain.text(name, LONGEST_NAME);
    sentence = Plain.text(sentence, LONGEST_SENTENCE);
  }
}
