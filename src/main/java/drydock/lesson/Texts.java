// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes all texts of a record, all the way down. By reflection, so that a field that a kind of goal or move gets
/// tomorrow is not forgotten.
final class Texts {
  private Texts() {}

  static <R extends Record> R mapped(R whole, UnaryOperator<String> change) {
    @SuppressWarnings("unchecked") // of(record) makes a record of the same class
    R mapped = (R) of((Record) whole, change);
    return mapped;
  }

  private static @Nullable Object of(@Nullable Object value, UnaryOperator<String> change) {
    return switch (value) {
      case null -> null;
      case String text -> change.apply(text);
      case Record record -> of(record, change);
      case List<?> list -> list.stream().map(item -> of(item, change)).toList();
      case Set<?> set -> {
        Set<@Nullable Object> all = new LinkedHashSet<>();
        set.forEach(item -> all.add(of(item, change)));
        yield all;
      }
      case Map<?, ?> map -> {
        Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
        map.forEach((key, item) -> all.put(of(key, change), of(item, change)));
        yield all;
      }
      default -> value;
    };
  }

  private static Record of(Record record, UnaryOperator<String> change) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    boolean same = true;
    try {
      for (int i = 0; i < components.length; i++) {
        Object before = components[i].getAccessor().invoke(record);
        values[i] = of(before, change);
        same &= before == null || before.equals(values[i]);
      }
      if (same) {
        return record;
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      return (Record) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass().getName(), e);
    }
  }
}
