// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority and whom it vouches for, made once with the running Java's keytool.
final class Certificates {
  static final String CA = "ca";
  static final String SERVER = "server";
  static final String SERVER_ELSEWHERE = "elsewhere";
  static final String SERVER_EXPIRED = "expired";
  static final String CLIENT = "client";
  static final String CLIENT_EC = "client-ec";

  /// Vouched for by nobody but itself.
  static final String STRANGER = "stranger";

  private static final String PASSWORD = "changeit";
  private static final KeyStore ALL = make();

  private Certificates() {}

  private static KeyStore make() {
    try {
      Path folder = Files.createTempDirectory("certificates");
      Path file = folder.resolve("all.p12");
      try {
        keytool(file, CA, "-ext", "bc:c=ca:true");
        keytool(file, SERVER, "-signer", CA, "-ext", "san=ip:127.0.0.1");
        keytool(file, SERVER_ELSEWHERE, "-signer", CA, "-ext", "san=dns:elsewhere.example");
        keytool(
            file,
            SERVER_EXPIRED,
            "-signer",
            CA,
            "-ext",
            "san=ip:127.0.0.1",
            "-startdate",
            "-9d",
            "-validity",
            "3");
        keytool(file, CLIENT, "-signer", CA, "-keyalg", "RSA", "-keysize", "2048");
        keytool(file, CLIENT_EC, "-signer", CA);
        keytool(file, STRANGER, "-ext", "bc:c=ca:true");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
          store.load(in, PASSWORD.toCharArray());
        }
        return store;
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path file, String alias, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias));
    command.addAll(List.of(more));
    if (!command.contains("-keyalg")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What an engine needs to speak TLS as `alias`, and to trust the authority.
  static SSLContext server(String alias) throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(alias, key(alias), PASSWORD.toCharArray(), ALL.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(CA, ALL.getCertificate(CA));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /// Writes what Docker wants of a client.
  static void write(Path folder, String authority, String client)
      throws IOException, GeneralSecurityException {
    Files.writeString(folder.resolve("ca.pem"), certificate(authority));
    Files.writeString(folder.resolve("cert.pem"), chain(client));
    Files.writeString(folder.resolve("key.pem"), pkcs8(client));
  }

  static String certificate(String alias) throws GeneralSecurityException {
    return pem("CERTIFICATE", ALL.getCertificate(alias).getEncoded());
  }

  private static String chain(String alias) throws GeneralSecurityException {
    StringBuilder all = new StringBuilder("subject=/CN=" + alias + "\n");
    for (Certificate certificate : ALL.getCertificateChain(alias)) {
      all.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return all.toString();
  }

  static String pkcs8(String alias) throws GeneralSecurityException {
    return pem("PRIVATE KEY", key(alias).getEncoded());
  }

  /// The same RSA key as `openssl genrsa -traditional` writes it: what PKCS#8 has in its envelope, behind 26 bytes.
  static String pkcs1(String alias) throws GeneralSecurityException {
    byte[] pkcs8 = key(alias).getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
  }

  private static Key key(String alias) throws GeneralSecurityException {
    return ALL.getKey(alias, PASSWORD.toCharArray());
  }

  private static String pem(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Stream.of("-----BEGIN " + label + "-----", base64, "-----END " + label + "-----", "")
        .reduce((a, b) -> a + "\n" + b)
        .orElseThrow();
  }
}
