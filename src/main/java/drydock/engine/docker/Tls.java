// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Endpoint;
import drydock.messages.Messages;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// How to speak TLS to one endpoint, with the three files that Docker knows: `ca.pem` says whom to trust, `cert.pem` and
/// `key.pem` say who we are. The last two are there together or not at all.
///
/// @param folder with the files
/// @param verify whether the engine has to prove by its certificate that it is the one named
/// @param needsAuthority whether `ca.pem` has to be there; else what Java trusts decides when it is not
record Tls(Path folder, boolean verify, boolean needsAuthority) {
  private static final char[] IN_MEMORY = "in memory".toCharArray();

  /// @throws TlsException when a file is missing, cannot be read or does not fit
  SSLContext context() throws TlsException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(ourselves(), whomToTrust(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new TlsException(Messages.get("engine.tls.broken", folder, Errors.words(e)));
    } catch (NoSuchFileException e) {
      throw new TlsException(Messages.get("engine.tls.missing", e.getFile()));
    } catch (AccessDeniedException e) {
      throw new TlsException(Messages.get("engine.tls.unreadable", e.getFile()));
    } catch (TlsException e) {
      throw e;
    } catch (IOException e) {
      throw new TlsException(Messages.get("engine.tls.broken", folder, Errors.words(e)));
    }
  }

  boolean hasClientCertificate() {
    return Files.exists(certificate());
  }

  /// What others need to speak to the same engine.
  Endpoint.Tls files() {
    return new Endpoint.Tls(verify, present(authority()), present(certificate()), present(key()));
  }

  private static String present(Path file) {
    return Files.exists(file) ? file.toAbsolutePath().toString() : "";
  }

  private Path authority() {
    return folder.resolve("ca.pem");
  }

  private Path certificate() {
    return folder.resolve("cert.pem");
  }

  private Path key() {
    return folder.resolve("key.pem");
  }

  private TrustManager @Nullable [] whomToTrust() throws IOException, GeneralSecurityException {
    if (!verify) {
      return new TrustManager[] {new Anyone()};
    }
    if (!needsAuthority && Files.notExists(authority())) {
      return null; // Java's own
    }
    KeyStore store = emptyStore();
    int number = 0;
    for (X509Certificate trusted : Pem.certificates(authority())) {
      store.setCertificateEntry("ca" + number++, trusted);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] ourselves() throws IOException, GeneralSecurityException {
    if (Files.notExists(certificate()) && Files.notExists(key())) {
      return null;
    }
    List<X509Certificate> chain = Pem.certificates(certificate());
    PrivateKey key = Pem.privateKey(key());
    if (!Pem.belongTogether(key, chain.getFirst())) {
      throw new TlsException(Messages.get("engine.tls.otherPair", key(), certificate()));
    }
    KeyStore store = emptyStore();
    store.setKeyEntry("us", key, IN_MEMORY, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /// Checks nothing, because the person said so (`SkipTLSVerify`). Being an extended one, it also stands for the check of
  /// the host's name.
  private static final class Anyone extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
