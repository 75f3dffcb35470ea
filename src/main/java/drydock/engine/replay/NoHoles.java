// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a record is whole: no component is null that is not declared `@Nullable`, all the way
/// down. What is read from a file has to keep the promises that the compiler keeps elsewhere.
final class NoHoles {
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          List<Part> parts = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
              parts.add(new Part(component));
            }
          }
          return parts;
        }
      };

  private NoHoles() {}

  private record Part(RecordComponent component, boolean mayBeNull) {
    Part(RecordComponent component) {
      this(component, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
      component.getAccessor().setAccessible(true); // of records that are not public
    }

    @Nullable Object of(Object owner) {
      try {
        return component.getAccessor().invoke(owner);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static boolean in(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Record owner -> {
        for (Part part : PARTS.get(owner.getClass())) {
          Object held = part.of(owner);
          if (held == null ? !part.mayBeNull() : !in(held)) {
            yield false;
          }
        }
        yield true;
      }
      case Collection<?> all -> all.stream().allMatch(NoHoles::in);
      case Map<?, ?> map -> map.values().stream().allMatch(NoHoles::in);
      default -> true;
    };
  }
}
