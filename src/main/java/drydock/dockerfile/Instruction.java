// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One instruction, continuation lines joined as BuildKit joins them: comments and empty lines between them are gone,
/// leading blanks of continued lines are kept. It is there whatever is wrong with it; what is missing is null or empty,
/// and a [Problem] says so.
public sealed interface Instruction {
  Source source();

  /// Upper case, "RUN"; possibly one that does not exist.
  default String keyword() {
    return source().keyword().text().toUpperCase(Locale.ROOT);
  }

  default List<Flag> flags() {
    return source().flags();
  }

  /// What follows the flags, as written.
  default Word arguments() {
    return source().arguments();
  }

  default List<Heredoc> heredocs() {
    return source().heredocs();
  }

  /// Counted from 1, as BuildKit counts.
  default int firstLine() {
    return source().firstLine();
  }

  /// The last line that belongs to it, heredocs included.
  default int lastLine() {
    return source().lastLine();
  }

  default Span span() {
    return source().span();
  }

  /// The value of the first flag of this name; null when there is none.
  default @Nullable String flag(String name) {
    List<String> values = flagValues(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /// The values of a flag that may come several times, such as "mount".
  default List<String> flagValues(String name) {
    List<String> values = new ArrayList<>();
    for (Flag flag : flags()) {
      String value = flag.value();
      if (flag.name().equals(name) && value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  /// The instruction on one line, for people.
  default String text() {
    StringBuilder text = new StringBuilder(keyword());
    flags().forEach(flag -> text.append(' ').append(flag.text()));
    return text.append(arguments().isEmpty() ? "" : " ").append(arguments().text()).toString();
  }

  /// `FROM image AS name`
  ///
  /// @param image null when nothing is written, or more than belongs there
  /// @param as the word AS
  /// @param name as written; BuildKit knows it by its lower-case form
  record From(Source source, @Nullable Word image, @Nullable Word as, @Nullable Word name)
      implements Instruction {}

  record Run(Source source, Form command) implements Instruction {
    /// Its `--mount` flags.
    public List<Mount> mounts() {
      List<Mount> mounts = new ArrayList<>();
      for (Flag flag : source.flags()) {
        if (flag.name().equals("mount")) {
          mounts.add(Mount.of(flag));
        }
      }
      return List.copyOf(mounts);
    }
  }

  /// COPY or ADD.
  sealed interface Transfer extends Instruction {
    /// All but the last operand, heredoc markers included.
    List<Value> sources();

    /// The last operand, when there are two at least.
    @Nullable Value destination();

    /// Whether the operands are a JSON array.
    boolean isJson();
  }

  record Copy(Source source, List<Value> sources, @Nullable Value destination, boolean isJson)
      implements Transfer {
    public Copy {
      sources = List.copyOf(sources);
    }

    /// The flag `--from`; null when the files come from the build context.
    public @Nullable Flag from() {
      for (Flag flag : source.flags()) {
        if (flag.name().equals("from")) {
          return flag;
        }
      }
      return null;
    }
  }

  record Add(Source source, List<Value> sources, @Nullable Value destination, boolean isJson)
      implements Transfer {
    public Add {
      sources = List.copyOf(sources);
    }
  }

  /// ENV, LABEL or ARG.
  sealed interface Pairs extends Instruction {
    List<Pair> pairs();
  }

  /// @param isLegacy `ENV name the rest is the value`
  record Env(Source source, List<Pair> pairs, boolean isLegacy) implements Pairs {
    public Env {
      pairs = List.copyOf(pairs);
    }
  }

  /// @param isLegacy `LABEL name the rest is the value`
  record Label(Source source, List<Pair> pairs, boolean isLegacy) implements Pairs {
    public Label {
      pairs = List.copyOf(pairs);
    }
  }

  record Arg(Source source, List<Pair> pairs) implements Pairs {
    public Arg {
      pairs = List.copyOf(pairs);
    }
  }

  /// @param path all that is written, blanks and quotes included; null when nothing is
  record Workdir(Source source, @Nullable Word path) implements Instruction {}

  /// @param user all that is written; null when nothing is
  record User(Source source, @Nullable Word user) implements Instruction {}

  record Expose(Source source, List<Value> ports) implements Instruction {
    public Expose {
      ports = List.copyOf(ports);
    }
  }

  record Volume(Source source, List<Value> paths, boolean isJson) implements Instruction {
    public Volume {
      paths = List.copyOf(paths);
    }
  }

  record Cmd(Source source, Form command) implements Instruction {}

  record Entrypoint(Source source, Form command) implements Instruction {}

  /// @param type CMD or NONE, as written; null when nothing is
  /// @param command what follows CMD
  record Healthcheck(Source source, @Nullable Word type, Form command) implements Instruction {}

  /// @param command the JSON form, if it is right
  record Shell(Source source, Form command) implements Instruction {}

  /// @param signal all that is written; null when nothing is
  record Stopsignal(Source source, @Nullable Word signal) implements Instruction {}

  /// @param trigger what it does later; its source has the same lines and no comments. Null when nothing is written
  record Onbuild(Source source, @Nullable Instruction trigger) implements Instruction {}

  /// @param name all that is written; null when nothing is
  record Maintainer(Source source, @Nullable Word name) implements Instruction {}

  /// No instruction of this name exists.
  record Unknown(Source source) implements Instruction {}
}
