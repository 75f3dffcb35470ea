// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.util.List;
import java.util.Optional;

/// A picture. Immutable and free of any toolkit.
///
/// @param question the one question that it answers: its title
/// @param answer the answer in a sentence
/// @param elements from back to front
public record Scene(
    String question, String answer, double width, double height, List<Element> elements) {
  private static final int LONGEST_ANSWER = 500;

  public Scene {
    answer = Plain.line(answer, LONGEST_ANSWER);
    elements = List.copyOf(elements);
  }

  public Optional<Element> element(String id) {
    return elements.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /// The same picture with one more element in front, for example a goal's outline: a group of role [Role#GOAL].
  public Scene plus(Element element) {
    List<Element> more = new java.util.ArrayList<>(elements);
    more.add(element);
    return new Scene(question, answer, width, height, more);
  }

  /// The element that stands for `subject`, a build step's key for example.
  public Optional<Element> about(String subject) {
    return elements.stream().filter(e -> subject.equals(e.about().subject())).findFirst();
  }
}
