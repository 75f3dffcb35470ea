// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/// Writes an image as PNG (RGB, 8 bits) without java.desktop.
final class Png {
  private Png() {}

  static void write(Image image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    PixelReader pixels = image.getPixelReader();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      byte[] row = new byte[1 + width * 3];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int argb = pixels.getArgb(x, y);
          row[1 + x * 3] = (byte) (argb >> 16);
          row[2 + x * 3] = (byte) (argb >> 8);
          row[3 + x * 3] = (byte) argb;
        }
        rows.write(row);
      }
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(head);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeLong(0x89504E470D0A1A0AL);
      chunk(out, "IHDR", head.toByteArray());
      chunk(out, "IDAT", packed.toByteArray());
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
