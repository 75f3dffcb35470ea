// SPDX-License-Identifier: Apache-2.0
package drydock;

import drydock.cli.Cli;

/// Where Drydock starts: without arguments the desktop app, else the command line.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String[] args) {
    return args.length == 0 ? startApp() : Cli.run(args);
  }

  private static int startApp() {
    return Cli.run("--help");
  }
}
