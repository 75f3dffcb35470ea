// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Element;
import drydock.diagram.Point;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// What can be done with the elements of a picture besides looking and choosing. Whatever can be
/// dragged has a key that does the same. What is not said cannot be done.
public interface Gestures {
  /// Nothing can be done.
  Gestures NONE = new Gestures() {};

  default boolean canDrag(Element element) {
    return false;
  }

  /// @param to where the pointer is, in the picture's own measure
  default void drag(Element element, Point to) {}

  /// The element was let go.
  ///
  /// @param over the element with evidence that lies under the pointer; null for none, and for the
  ///   element itself
  default void drop(Element element, Point to, @Nullable Element over) {}

  /// A key at the element that has the focus, before the picture itself looks at it.
  ///
  /// @return whether it meant something
  default boolean key(Element element, KeyEvent event) {
    return false;
  }

  /// The wheel anywhere over the picture, before the picture itself scrolls.
  ///
  /// @return whether it meant something
  default boolean wheel(ScrollEvent event) {
    return false;
  }
}
