// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// As much of DER as it takes to put a PKCS#1 key into a PKCS#8 envelope (RFC 5208), the only one that Java opens.
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;

  /// version 0, then the algorithm rsaEncryption (1.2.840.113549.1.1.1) with no parameters
  private static final byte[] RSA =
      HexFormat.of().parseHex("020100" + "300d06092a864886f70d0101010500");

  private Der() {}

  static byte[] pkcs8OfRsa(byte[] pkcs1) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(RSA);
    content.writeBytes(tagged(OCTET_STRING, pkcs1));
    return tagged(SEQUENCE, content.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3; // a small file's
      out.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        out.write(length >> (8 * i));
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
