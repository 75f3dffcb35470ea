// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// How colours look to people, and how far apart two of them are then.
///
/// The matrices are those of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
/// Visualization and Computer Graphics 15 (6), 2009, for severity 1.0; they work on linear RGB.
enum Vision {
  USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
  PROTANOPIA(
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
  DEUTERANOPIA(
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
  TRITANOPIA(
      1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

  private static final double FAR = Math.pow(25, 7);

  @SuppressWarnings("ImmutableEnumChecker") // nothing writes to it
  private final double[] matrix;

  Vision(double... matrix) {
    this.matrix = matrix;
  }

  /// CIEDE2000 between two colours "#rrggbb" as they are seen: 1 is the least that is noticed side
  /// by side, 100 is black to white. Formula and names of its terms after G. Sharma, W. Wu, E. N.
  /// Dalal: "The CIEDE2000 color-difference formula", Color Research and Application 30 (1), 2005.
  double difference(String one, String two) {
    return difference(lab(seen(linear(one))), lab(seen(linear(two))));
  }

  static double[] linear(String colour) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      rgb[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private double[] seen(double[] rgb) {
    double[] seen = times(matrix, rgb);
    for (int i = 0; i < 3; i++) {
      seen[i] = Math.clamp(seen[i], 0, 1);
    }
    return seen;
  }

  private static double[] times(double[] m, double[] v) {
    return new double[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  /// CIE L*a*b* of linear sRGB, white point D65.
  private static double[] lab(double[] rgb) {
    double[] xyz =
        times(
            new double[] {
              0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339,
              0.1191920, 0.9503041
            },
            rgb);
    double x = root(xyz[0] / 0.95047);
    double y = root(xyz[1]);
    double z = root(xyz[2] / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  static double difference(double[] one, double[] two) {
    double chroma = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
    double g = 0.5 * (1 - Math.sqrt(Math.pow(chroma, 7) / (Math.pow(chroma, 7) + FAR)));
    double a1 = one[1] * (1 + g);
    double a2 = two[1] * (1 + g);
    double c1 = Math.hypot(a1, one[2]);
    double c2 = Math.hypot(a2, two[2]);
    double h1 = hue(a1, one[2]);
    double h2 = hue(a2, two[2]);
    boolean grey = c1 * c2 == 0;
    double turn = grey ? 0 : Math.IEEEremainder(h2 - h1, 360);
    double dl = two[0] - one[0];
    double dc = c2 - c1;
    double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
    double l = (one[0] + two[0]) / 2 - 50;
    double c = (c1 + c2) / 2;
    double h = grey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
    double t =
        1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
    double sl = 1 + 0.015 * l * l / Math.sqrt(20 + l * l);
    double sc = 1 + 0.045 * c;
    double sh = 1 + 0.015 * c * t;
    double rc = 2 * Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + FAR));
    double rt = -Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((h - 275) / 25, 2)))) * rc;
    return Math.sqrt(
        Math.pow(dl / sl, 2)
            + Math.pow(dc / sc, 2)
            + Math.pow(dh / sh, 2)
            + rt * dc / sc * dh / sh);
  }

  private static double hue(double a, double b) {
    return a == 0 && b == 0 ? 0 : (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}
