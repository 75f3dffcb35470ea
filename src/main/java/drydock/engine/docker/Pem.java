// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.messages.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Reads certificates and private keys from PEM files: RFC 7468's blocks, and the older `RSA PRIVATE KEY` (PKCS#1) that
/// much of Docker's documentation makes.
final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  /// The key algorithms that TLS knows.
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private record Block(String label, String content) {}

  private Pem() {}

  /// All certificates of a file, at least one.
  ///
  /// @throws java.nio.file.NoSuchFileException without the file
  static List<X509Certificate> certificates(Path file) throws IOException {
    List<X509Certificate> all = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Block block : blocks(file)) {
        if (block.label().equals("CERTIFICATE")) {
          all.add(
              (X509Certificate)
                  factory.generateCertificate(new ByteArrayInputStream(der(block, file))));
        }
      }
    } catch (CertificateException e) {
      throw new TlsException(Messages.get("engine.tls.broken", file, Errors.words(e)));
    }
    if (all.isEmpty()) {
      throw new TlsException(Messages.get("engine.tls.noCertificate", file));
    }
    return all;
  }

  /// The first private key of a file.
  ///
  /// @throws java.nio.file.NoSuchFileException without the file
  static PrivateKey privateKey(Path file) throws IOException {
    for (Block block : blocks(file)) {
      if (block.label().equals("ENCRYPTED PRIVATE KEY") || block.content().contains("ENCRYPTED")) {
        throw new TlsException(Messages.get("engine.tls.encryptedKey", file));
      }
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return pkcs8(der(block, file), file);
        }
        case "RSA PRIVATE KEY" -> {
          return pkcs8(Der.pkcs8OfRsa(der(block, file)), file);
        }
        case "EC PRIVATE KEY" ->
            throw new TlsException(Messages.get("engine.tls.otherKey", file, block.label()));
        default -> {
          // "EC PARAMETERS", or a certificate in the same file
        }
      }
    }
    throw new TlsException(Messages.get("engine.tls.noKey", file));
  }

  private static PrivateKey pkcs8(byte[] der, Path file) throws TlsException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // a key of another algorithm
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has these
      }
    }
    throw new TlsException(Messages.get("engine.tls.noKey", file));
  }

  private static List<Block> blocks(Path file) throws IOException {
    String text = new String(SmallFile.read(file), StandardCharsets.ISO_8859_1);
    List<Block> all = new ArrayList<>();
    int from = text.indexOf(BEGIN);
    while (from >= 0) {
      int labelEnd = text.indexOf(DASHES, from + BEGIN.length());
      if (labelEnd < 0) {
        break;
      }
      String label = text.substring(from + BEGIN.length(), labelEnd);
      int start = labelEnd + DASHES.length();
      int end = text.indexOf("-----END " + label + DASHES, start);
      if (end < 0) {
        break;
      }
      all.add(new Block(label, text.substring(start, end)));
      from = text.indexOf(BEGIN, end);
    }
    return all;
  }

  private static byte[] der(Block block, Path file) throws TlsException {
    try {
      return Base64.getMimeDecoder().decode(block.content());
    } catch (IllegalArgumentException e) {
      throw new TlsException(Messages.get("engine.tls.broken", file, Errors.words(e)));
    }
  }

  /// Whether this is the key that the certificate was made for.
  static boolean belongTogether(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    java.security.Signature signature = java.security.Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update((byte) 1);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update((byte) 1);
    return signature.verify(signed);
  }
}
