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
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import drydock.observe.Ground;
import java.util.ArrayList;
import java.util.List;

/// The stack as it is: containers on one kernel, what hides that kernel, and this computer.
final class StackNow {
  private static final double PAD = 9;
  private static final double GAP = 7;
  private static final double STRIP = 14;

  private final StackFacts facts;
  private final Ground ground;
  private final List<Container> apps;
  private final StackFigures figures;
  private final StackKernels kernels;

  StackNow(StackFacts facts, Ground ground, List<Container> apps) {
    this.facts = facts;
    this.ground = ground;
    this.apps = apps;
    this.figures = new StackFigures(facts, apps);
    this.kernels = new StackKernels(facts, apps);
  }

  /// @return the lower edge
  double head(List<Element> elements, double x, double y, double width) {
    StackFigures.Sum started = figures.started();
    StackFigures.Sum weight = figures.weight();
    double end = words(elements, "now", x, y, width, system(), Role.NEUTRAL).heading(title()).end();
    if (apps.isEmpty()) {
      return words(elements, "total", x, end, width, About.ORNAMENT, Role.THIRD)
          .telling(Messages.get("picture.stack.none"))
          .end();
    }
    return words(
            elements,
            "total",
            x,
            end,
            width,
            new About("", Messages.get("picture.stack.measuredHow"), null, null),
            Role.THIRD)
        .telling(
            Messages.get(
                "picture.stack.total", started.of(), started.text(), weight.of(), weight.text()))
        .end();
  }

  private About system() {
    String system = facts.engine().machine().operatingSystem();
    return new About("", "", info("OperatingSystem = " + system), null);
  }

  private String title() {
    String system = StackWords.system(facts.computer());
    return switch (ground) {
      case Ground.Direct _ -> Messages.get("picture.stack.now.direct");
      case Ground.Hidden(String product, _) ->
          Messages.get("picture.stack.now.hidden", product, system);
      case Ground.Elsewhere _ -> Messages.get("picture.stack.now.elsewhere");
      case Ground.Untold _ -> Messages.get("picture.stack.now.untold");
    };
  }

  /// From the engine down to the hardware.
  ///
  /// @return the lower edge
  double tower(List<Element> elements, double x, double y, double width) {
    boolean framed = !(ground instanceof Ground.Direct);
    double pad = framed ? PAD : 0;
    int frame = elements.size();
    double inner = width - 2 * pad;
    double end = engine(elements, x + pad, y + pad, inner) + GAP;
    end = new StackCells(facts, figures, kernels, apps, inner).draw(elements, x + pad, end);
    end = kernel(elements, x + pad, end, inner);
    if (framed) {
      Element.Group around = frame(x, y, width, end);
      elements.add(frame, around);
      end = around.area().bottom();
    }
    return below(elements, x, end + GAP, width);
  }

  private double engine(List<Element> elements, double x, double y, double width) {
    EngineInfo engine = facts.engine();
    String name =
        engine.podman()
            ? Messages.get("picture.stack.podman", engine.version())
            : Messages.get("picture.stack.docker", engine.version());
    String what =
        engine.rootless()
            ? Messages.get("picture.stack.engineRootless")
            : Messages.get("picture.stack.engineWhat");
    return new Slab(width, 0)
        .strong(name)
        .small(what)
        .draw(
            elements,
            "engine",
            x,
            y,
            Role.NEUTRAL,
            new About(
                name, what, Asked.version("Version = " + engine.version(), facts.at()), null));
  }

  private double kernel(List<Element> elements, double x, double y, double width) {
    EngineInfo.Machine machine = facts.engine().machine();
    String name = StackWords.kernel(machine);
    return new Slab(width, STRIP)
        .strong(name)
        .small(Messages.get("picture.stack.oneForAll", apps.size(), kernels.others()))
        .draw(
            elements,
            "kernel",
            x,
            y,
            machine.kernelVersion().isEmpty() ? Role.UNKNOWN : kernels.engines(),
            new About(
                name,
                kernels.sentence(),
                info("KernelVersion = " + machine.kernelVersion()),
                null));
  }

  /// What the kernel runs in, unless it is this computer itself.
  private Element.Group frame(double x, double y, double width, double inside) {
    EngineInfo engine = facts.engine();
    Role role =
        switch (ground) {
          case Ground.Direct _, Ground.Hidden _ -> Role.FIFTH;
          case Ground.Elsewhere _ -> Role.NEUTRAL;
          case Ground.Untold _ -> Role.UNKNOWN;
        };
    String title = frameTitle();
    String system = engine.machine().operatingSystem();
    String size = StackWords.machine(engine.machine(), engine.name());
    List<Label> labels = new ArrayList<>();
    double height = inside - y + 5;
    height = lines(labels, title, height, width, TextStyle.SMALL_STRONG, Ink.ROLE);
    if (!title.contains(system)) {
      height = lines(labels, system, height, width, TextStyle.SMALL, Ink.MUTED);
    }
    height = lines(labels, size, height, width, TextStyle.SMALL, Ink.MUTED);
    return new Element.Group(
        "machine",
        new Rect(x, y, width, height + 6),
        role,
        labels,
        new About(
            title,
            frameWhy(),
            info(
                "OperatingSystem = "
                    + system
                    + " · NCPU = "
                    + engine.machine().cpus()
                    + " · MemTotal = "
                    + engine.machine().memoryBytes()
                    + " · Name = "
                    + engine.name()),
            null));
  }

  private String frameTitle() {
    return switch (ground) {
      case Ground.Direct _ -> "";
      case Ground.Hidden(String product, _) -> Messages.get("picture.stack.vm", product);
      case Ground.Elsewhere(String address) -> Messages.get("picture.stack.elsewhere", address);
      case Ground.Untold(Ground.Reason reason) -> GroundWords.why(reason);
    };
  }

  private String frameWhy() {
    return switch (ground) {
      case Ground.Direct _ -> "";
      case Ground.Hidden(_, String field) ->
          Messages.get("picture.stack.vmWhy", field, StackWords.system(facts.computer()));
      case Ground.Elsewhere _ -> Messages.get("picture.stack.elsewhereWhy");
      case Ground.Untold(Ground.Reason reason) -> GroundWords.why(reason);
    };
  }

  private static double lines(
      List<Label> labels, String text, double y, double width, TextStyle style, Ink ink) {
    double height = y;
    for (String line : style.wrap(text, width - 2 * PAD, 3)) {
      labels.add(Label.start(line, PAD, height + style.ascent() + 1, style, ink));
      height += style.lineHeight();
    }
    return height;
  }

  /// This computer, or that nobody can tell what is there.
  private double below(List<Element> elements, double x, double y, double width) {
    String system = StackWords.system(facts.computer());
    String hardware =
        Messages.get(
            "picture.stack.hardware",
            facts.computer().architecture(),
            facts.computer().processors());
    String how = Messages.get("picture.stack.hardwareHow");
    return switch (ground) {
      case Ground.Direct _ ->
          hardware(width, hardware, facts.engine().machine().operatingSystem())
              .draw(
                  elements,
                  "hardware",
                  x,
                  y,
                  Role.NEUTRAL,
                  new About(
                      hardware,
                      Messages.get("picture.stack.noVmWhy", system) + " " + how,
                      info("KernelVersion = " + facts.engine().machine().kernelVersion()),
                      null));
      case Ground.Hidden _ -> {
        double end =
            new Slab(width, STRIP)
                .strong(system)
                .small(Messages.get("picture.stack.ownKernel"))
                .draw(elements, "system", x, y, Role.SIXTH, new About(system, how, null, null));
        yield new Slab(width, 0)
            .strong(hardware)
            .draw(
                elements,
                "hardware",
                x,
                end + GAP,
                Role.NEUTRAL,
                new About(hardware, how, null, null));
      }
      case Ground.Elsewhere _ ->
          untold(
              elements,
              x,
              y,
              width,
              Messages.get("picture.stack.hardwareElsewhere", system, hardware));
      case Ground.Untold(Ground.Reason reason) ->
          untold(
              elements,
              x,
              y,
              width,
              switch (reason) {
                case RECORDED -> Messages.get("picture.stack.hardwareRecorded");
                case LOCAL_PORT, OTHER_KERNEL, WINDOWS ->
                    Messages.get("picture.stack.hardwareOpen", system, hardware);
              });
    };
  }

  private Slab hardware(double width, String hardware, String system) {
    Slab slab =
        new Slab(width, 0).strong(hardware).small(Messages.get("picture.stack.noVm", system));
    return facts.computer().virtual() ? slab.small(Messages.get("picture.stack.virtual")) : slab;
  }

  private static double untold(
      List<Element> elements, double x, double y, double width, String why) {
    String name = Messages.get("picture.stack.hardwareUntold");
    return new Slab(width, STRIP)
        .strong(name)
        .small(why)
        .draw(elements, "hardware", x, y, Role.UNKNOWN, new About(name, why, null, null));
  }

  /// What the kernels inside say, where the cells are too small for it.
  double notes(List<Element> elements, double x, double y, double width) {
    double end = y;
    if (!apps.isEmpty()) {
      end =
          words(elements, "start-how", x, end, width, About.ORNAMENT, Role.NEUTRAL)
              .small(Messages.get("picture.stack.startHow"))
              .end();
    }
    return kernels.notes(elements, x, end, width);
  }

  private static Words words(
      List<Element> elements, String id, double x, double y, double width, About about, Role role) {
    return new Words(elements, new Rect(x, y, width, 0), id, about, role);
  }

  private Evidence info(String field) {
    return Asked.info(field, facts.at());
  }
}
