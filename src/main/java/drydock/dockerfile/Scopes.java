// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Variable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which variables each instruction of a file sees, and what its stages start from.
///
/// The last line that gives a variable a value counts, ENV or ARG; a stage that starts from another stage has that one's
/// variables; ARG above the first FROM is seen by FROM, and by an ARG of the same name without a value.
public final class Scopes {
  /// How many characters all triggers that ONBUILD leaves to stages may have, and as how many one
  /// counts at least. With more than that, a stage's are not followed: n lines of ONBUILD and n
  /// stages are n² triggers.
  private static final int MOST_TRIGGERS = 1 << 19;

  private static final int TRIGGER = 100;

  /// How many characters all uses of variables in a file may come to.
  private static final int MOST = 1 << 24;

  private static final int MOST_ROOM = 1 << 16;
  private static final int LEAST_ROOM = 1 << 8;

  private final Dockerfile file;
  private final Map<String, String> buildArgs;
  private final BaseImages images;
  private final IdentityHashMap<Instruction, Scope> before;
  private final List<Base> bases = new ArrayList<>();
  private final List<Scope> ends = new ArrayList<>();
  private final List<List<Execution>> executions = new ArrayList<>();

  /// Stages by name; while the file is read those above, then all of them. The last of a name counts.
  private final Map<String, Stage> named = new HashMap<>();

  private Scope globals;

  /// How long a value may be to be used.
  private final int room;

  /// What triggers may still cost.
  private long triggers = MOST_TRIGGERS;

  private Scopes(Dockerfile file, Map<String, String> buildArgs, BaseImages images) {
    this.file = file;
    this.buildArgs = buildArgs;
    this.images = images;
    Bindings platform = Bindings.NONE;
    for (String name : Predefined.PLATFORM) {
      String value = buildArgs.get(name);
      platform = platform.with(Variable.of(name, value, value != null, Kind.PLATFORM, null));
    }
    this.before = new IdentityHashMap<>(file.instructions().size());
    this.room = room(file.text());
    this.globals = scope(platform, true);
    for (Instruction instruction : file.globals()) {
      before.put(instruction, globals);
      if (instruction instanceof Instruction.Arg arg) {
        globals = globals.with(declare(arg, globals, Kind.GLOBAL_ARG));
      }
    }
    file.stages().forEach(this::read);
  }

  /// With no base image known.
  public static Scopes of(Dockerfile file, Map<String, String> buildArgs) {
    return new Scopes(file, buildArgs, BaseImages.UNKNOWN);
  }

  /// @param buildArgs values that override ARG defaults, and those of the platform (TARGETARCH, …), which are unknown
  ///     otherwise
  public static Scopes of(Dockerfile file, Map<String, String> buildArgs, BaseImages images) {
    return new Scopes(file, buildArgs, images);
  }

  /// What FROM sees.
  public Scope globals() {
    return globals;
  }

  /// What an instruction of the file sees; a trigger of ONBUILD is asked for by its ONBUILD.
  public Scope before(Instruction instruction) {
    return before.getOrDefault(instruction, globals);
  }

  /// What an instruction behind the last one of a stage would see.
  public Scope after(Stage stage) {
    return ends.get(stage.index());
  }

  /// What the builder carries out in a stage, in its order: first the triggers that ONBUILD left in the stage it starts
  /// from, then its own instructions.
  public List<Execution> executions(Stage stage) {
    return executions.get(stage.index());
  }

  /// An instruction that is carried out.
  ///
  /// @param scope what it sees
  /// @param onbuild the instruction that left it to this stage; null for the stage's own
  public record Execution(
      Instruction instruction, Scope scope, Instruction.@Nullable Onbuild onbuild) {}

  /// What a stage starts from.
  public Base base(Stage stage) {
    return bases.get(stage.index());
  }

  /// What `COPY --from` means: a stage by name in any case, a stage by number, or an image.
  public Base copySource(String from) {
    if (!isNumber(from)) {
      return mountSource(from);
    }
    int index = Integer.parseInt(from);
    return index >= 0 && index < file.stages().size()
        ? new Base.OfStage(file.stages().get(index))
        : new Base.Invalid();
  }

  /// Whether Go would read a stage's number in it.
  static boolean isNumber(String from) {
    boolean signed = from.startsWith("-") || from.startsWith("+");
    String digits = signed ? from.substring(1) : from;
    return !digits.isEmpty()
        && digits.length() < 10
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// What `from` of a mount means: a stage by name in any case, or an image. Numbers are images there.
  public Base mountSource(String from) {
    Stage stage = named.get(from.toLowerCase(Locale.ROOT));
    if (stage != null) {
      return new Base.OfStage(stage);
    }
    if (from.isBlank() || from.contains("$")) {
      return new Base.Invalid();
    }
    return from.equals("scratch") ? new Base.Scratch() : new Base.Image(from, true);
  }

  private void read(Stage stage) {
    before.put(stage.from(), globals);
    Base base = base(stage.from().image());
    bases.add(base);
    String name = stage.name();
    if (name != null) {
      named.put(name, stage);
    }
    Scope scope = start(base);
    List<Execution> done = new ArrayList<>();
    if (base instanceof Base.OfStage parent) {
      List<Instruction.Onbuild> left = triggers(parent.stage());
      triggers -= left.stream().mapToLong(o -> TRIGGER + o.arguments().text().length()).sum();
      if (triggers < 0 && !left.isEmpty()) {
        left = List.of();
        scope = scope(Bindings.NONE, false);
      }
      for (Instruction.Onbuild onbuild : left) {
        Instruction trigger = onbuild.trigger();
        if (trigger != null) {
          done.add(new Execution(trigger, scope, onbuild));
          scope = after(trigger, scope);
        }
      }
    }
    for (Instruction instruction : stage.instructions()) {
      before.put(instruction, scope);
      done.add(new Execution(instruction, scope, null));
      scope = after(instruction, scope);
    }
    executions.add(List.copyOf(done));
    ends.add(scope);
  }

  private static List<Instruction.Onbuild> triggers(Stage stage) {
    List<Instruction.Onbuild> triggers = new ArrayList<>();
    for (Instruction instruction : stage.instructions()) {
      if (instruction instanceof Instruction.Onbuild onbuild) {
        triggers.add(onbuild);
      }
    }
    return triggers;
  }

  /// How long a value in this file may be to be used: a longer one counts as unknown. BuildKit has
  /// no such bound and runs out of memory over forty lines of `ENV a=$a$a`. The more variables a
  /// file uses, the less room each of them has.
  private static int room(String file) {
    int uses = 1;
    for (int at = file.indexOf('$'); at >= 0; at = file.indexOf('$', at + 1)) {
      uses++;
    }
    return Math.clamp(MOST / uses, LEAST_ROOM, MOST_ROOM);
  }

  private Scope scope(Bindings bindings, boolean complete) {
    return new Scope(bindings, complete, file.escape(), room);
  }

  /// In FROM the case of a stage's name counts, and numbers are images: unlike COPY --from.
  private Base base(@Nullable Word image) {
    if (image == null) {
      return new Base.Invalid();
    }
    Expansion name = globals.expand(image.text());
    Stage found = named.get(name.text());
    if (found != null) {
      return new Base.OfStage(found);
    }
    if (name.error() != null || name.text().isBlank()) {
      return name.known() ? new Base.Invalid() : new Base.Image(name.text(), false);
    }
    return name.text().equals("scratch")
        ? new Base.Scratch()
        : new Base.Image(name.text(), name.known());
  }

  private Scope start(Base base) {
    return switch (base) {
      case Base.OfStage parent -> ends.get(parent.stage().index());
      case Base.Scratch _ -> ofImage(Map.of());
      case Base.Invalid _ -> scope(Bindings.NONE, false);
      case Base.Image image -> {
        Map<String, String> environment =
            image.known() ? images.environment(image.reference()) : null;
        yield environment == null
            ? scope(
                Bindings.NONE.with(Variable.of("PATH", null, false, Kind.BASE_IMAGE, null)), false)
            : ofImage(environment);
      }
    };
  }

  private Scope ofImage(Map<String, String> environment) {
    Bindings bindings = Bindings.NONE;
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      bindings =
          bindings.with(Variable.of(entry.getKey(), entry.getValue(), true, Kind.BASE_IMAGE, null));
    }
    if (!environment.containsKey("PATH")) {
      bindings = bindings.with(Variable.of("PATH", Predefined.PATH, true, Kind.BASE_IMAGE, null));
    }
    return scope(bindings, true);
  }

  private Scope after(Instruction instruction, Scope scope) {
    return switch (instruction) {
      case Instruction.Arg arg -> scope.with(declare(arg, scope, Kind.ARG));
      case Instruction.Env env -> {
        Bindings bindings = scope.bindings();
        for (Pair pair : env.pairs()) {
          Word value = pair.value();
          if (value != null && !pair.name().isEmpty()) {
            Expansion expanded = scope.expand(value.text());
            bindings =
                bindings.with(
                    Variable.of(
                        scope.expand(pair.name().text()).text(),
                        expanded.text(),
                        expanded.known() && expanded.error() == null,
                        Kind.ENV,
                        env));
          }
        }
        yield scope.with(bindings);
      }
      default -> scope;
    };
  }

  /// Each `name=default` of an ARG sees those before it on the same line.
  private Bindings declare(Instruction.Arg arg, Scope scope, Kind kind) {
    Scope now = scope;
    for (Pair pair : arg.pairs()) {
      String name = pair.name().text();
      if (!name.isEmpty()) {
        now = now.with(now.bindings().with(declared(arg, pair, name, now, kind)));
      }
    }
    return now.bindings();
  }

  private Variable declared(Instruction.Arg arg, Pair pair, String name, Scope scope, Kind kind) {
    String given = buildArgs.get(name);
    String written = pair.text();
    if (given != null) {
      return Variable.of(name, given, true, kind, arg);
    }
    if (written != null) {
      Expansion value = scope.expand(written);
      return Variable.of(name, value.text(), value.known() && value.error() == null, kind, arg);
    }
    Variable outer = (kind == Kind.ARG ? globals : scope).find(name);
    Variable inner = scope.find(name);
    if (outer != null && outer.state() != Variable.State.UNSET) {
      return new Variable(name, outer.value(), outer.state(), kind, arg);
    }
    // a bare ARG takes nothing away
    return inner == null ? Variable.of(name, null, true, kind, arg) : inner;
  }

  /// The proxy settings among the build arguments, which RUN has without a declaration.
  public Map<String, String> proxies() {
    Map<String, String> proxies = new TreeMap<>();
    buildArgs.forEach(
        (name, value) -> {
          if (Predefined.PROXY.contains(name)
              || Predefined.PROXY.contains(name.toUpperCase(Locale.ROOT))) {
            proxies.put(name, value);
          }
        });
    return proxies;
  }
}
