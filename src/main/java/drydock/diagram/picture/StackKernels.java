// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.engine.Container;
import drydock.messages.Messages;
import drydock.observe.InnerKernel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The kernels that containers see. The same release has the same look as the engine's; another one
/// shows at a glance.
final class StackKernels {
  private static final double STRIP = 11;
  private static final double TEXT = STRIP + 5;
  private static final double LINE = 16;
  private static final double BOX_HEIGHT = 40;

  private final StackFacts facts;
  private final List<Container> apps;
  private final List<String> releases = new ArrayList<>();

  StackKernels(StackFacts facts, List<Container> apps) {
    this.facts = facts;
    this.apps = apps;
    releases.add(facts.engine().machine().kernelVersion());
    for (Container app : apps) {
      InnerKernel kernel = of(app);
      if (kernel != null && told(kernel) && !releases.contains(kernel.release())) {
        releases.add(kernel.release());
      }
    }
  }

  /// The look of the engine's own.
  Role engines() {
    return Role.series(0);
  }

  @Nullable InnerKernel of(Container app) {
    return facts.reading().kernels().get(app.id());
  }

  static boolean told(InnerKernel kernel) {
    return kernel.outcome() == InnerKernel.Outcome.READ;
  }

  Role look(Container app) {
    InnerKernel kernel = of(app);
    if (kernel == null) {
      return Role.WAITING;
    }
    return told(kernel) ? Role.series(releases.indexOf(kernel.release())) : Role.UNKNOWN;
  }

  /// Why it is not told, or that it is not the engine's; empty otherwise.
  String remark(Container app) {
    InnerKernel kernel = of(app);
    if (kernel == null) {
      return Messages.get("picture.stack.kernel.notYet");
    }
    if (told(kernel) && !kernel.release().equals(releases.getFirst())) {
      return Messages.get("picture.stack.kernel.other");
    }
    return StackWords.why(kernel.outcome());
  }

  /// Height of each [#box] of this width, whatever was read yet: that of the longest release.
  double boxHeight(double width) {
    boolean all = releases.stream().allMatch(release -> fits(release, width));
    return all ? BOX_HEIGHT : BOX_HEIGHT + LINE;
  }

  /// What `uname -r` says in a container.
  ///
  /// @return the lower edge
  double box(List<Element> elements, Container app, double x, double y, double width) {
    InnerKernel kernel = of(app);
    boolean told = kernel != null && told(kernel);
    String release = kernel == null ? "" : kernel.release();
    List<Label> labels = new ArrayList<>();
    labels.add(Label.start("uname -r", TEXT, 15, TextStyle.SMALL, Ink.MUTED));
    if (told) {
      TextStyle style = fits(release, width) ? TextStyle.CODE_SMALL : TextStyle.SMALL;
      for (String line : lines(release, style, width - TEXT - 3)) {
        labels.add(Label.start(line, TEXT, 15 + labels.size() * LINE, style, Ink.STRONG));
      }
    } else {
      String word =
          kernel == null
              ? Messages.get("picture.stack.reading")
              : Messages.get("picture.stack.notTold");
      labels.add(Label.start(word, TEXT, 15 + LINE, TextStyle.SMALL, Ink.MUTED));
    }
    Rect area = new Rect(x, y, width, boxHeight(width));
    elements.add(
        new Element.Box(
            "uname:" + app.id(),
            area,
            look(app),
            5,
            STRIP,
            labels,
            new About(
                told
                    ? Messages.get("picture.stack.uname", app.name(), release)
                    : Messages.get("picture.stack.unameNot", app.name()),
                remark(app),
                kernel != null && told ? exec(app.name(), kernel) : null,
                app.id())));
    return area.bottom();
  }

  /// Two lines at most, parted after a sign if both halves fit then.
  private static List<String> lines(String release, TextStyle style, double room) {
    for (int end = release.length() - 1; end > 0; end--) {
      String first = release.substring(0, end);
      String rest = release.substring(end);
      boolean sign = "-+".indexOf(first.charAt(end - 1)) >= 0;
      if (style.width(release) > room
          && sign
          && style.width(first) <= room
          && style.width(rest) <= room) {
        return List.of(first, rest);
      }
    }
    return style.wrap(release, room, 2);
  }

  private static boolean fits(String release, double width) {
    return TextStyle.CODE_SMALL.width(release) <= width - TEXT - 3;
  }

  private static Evidence exec(String name, InnerKernel kernel) {
    return Asked.exec(name, List.of("uname", "-r"), "stdout = " + kernel.release(), kernel.at());
  }

  /// How many say the same from inside.
  String sentence() {
    return Messages.get("picture.stack.sameInside", saying(true));
  }

  /// How many say another one from inside.
  long others() {
    return saying(false);
  }

  private long saying(boolean same) {
    return apps.stream()
        .map(this::of)
        .filter(k -> k != null && told(k) && k.release().equals(releases.getFirst()) == same)
        .count();
  }

  /// One line for each release that was read, one for each reason why it was not.
  ///
  /// @return the lower edge
  double notes(List<Element> elements, double x, double y, double width) {
    Map<String, List<Container>> read = new LinkedHashMap<>();
    Map<InnerKernel.Outcome, Integer> unread = new EnumMap<>(InnerKernel.Outcome.class);
    for (Container app : apps) {
      InnerKernel kernel = of(app);
      if (kernel != null && told(kernel)) {
        read.computeIfAbsent(kernel.release(), _ -> new ArrayList<>()).add(app);
      } else if (kernel != null) {
        unread.merge(kernel.outcome(), 1, Integer::sum);
      }
    }
    double end = y;
    for (Map.Entry<String, List<Container>> each : read.entrySet().stream().limit(3).toList()) {
      Container first = each.getValue().getFirst();
      InnerKernel kernel = of(first);
      end =
          line(
              elements,
              "uname:" + each.getKey(),
              new Rect(x, end, width, 0),
              new About(read(each), "", kernel == null ? null : exec(first.name(), kernel), null),
              Role.series(releases.indexOf(each.getKey())),
              read(each));
    }
    for (Map.Entry<InnerKernel.Outcome, Integer> each : unread.entrySet()) {
      end =
          line(
              elements,
              "uname-not:" + each.getKey(),
              new Rect(x, end, width, 0),
              About.ORNAMENT,
              Role.UNKNOWN,
              Messages.get(
                  "picture.stack.notRead", each.getValue(), StackWords.why(each.getKey())));
    }
    return end;
  }

  private static String read(Map.Entry<String, List<Container>> each) {
    return Messages.get("picture.stack.read", each.getValue().size(), each.getKey());
  }

  private static double line(
      List<Element> elements, String id, Rect area, About about, Role role, String text) {
    Words words = new Words(elements, area, id, about, role);
    return (role == Role.UNKNOWN ? words.small(text) : words.telling(text)).end();
  }
}
