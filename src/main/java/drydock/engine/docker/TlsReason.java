// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.messages.Messages;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Says in words why TLS did not come about, where Java says "PKIX path building failed".
final class TlsReason {
  private TlsReason() {}

  /// @param uri the endpoint's, for its name
  static String of(Throwable failure, Tls tls, String uri) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      switch (e) {
        case SSLPeerUnverifiedException _ -> {
          return Messages.get("engine.tls.name", uri, Errors.words(e));
        }
        case CertificateExpiredException _, CertificateNotYetValidException _ -> {
          return Messages.get("engine.tls.date", Errors.words(e));
        }
        case CertPathBuilderException _, CertPathValidatorException _ -> {
          if (!isOfDate(e)) {
            return Messages.get("engine.tls.untrusted", tls.folder().resolve("ca.pem"));
          }
        }
        case CertificateException c when said(c).contains("name") && c.getCause() == null -> {
          return Messages.get("engine.tls.name", uri, Errors.words(e));
        }
        default -> {
          // look at its cause
        }
      }
    }
    return ofAlert(failure, tls);
  }

  private static boolean isOfDate(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof CertificateExpiredException
          || e instanceof CertificateNotYetValidException) {
        return true;
      }
    }
    return false;
  }

  /// What the engine's side said, or what is not TLS at all.
  private static String ofAlert(Throwable failure, Tls tls) {
    String said = said(failure);
    if (said.contains("unrecognized ssl message") || said.contains("plaintext")) {
      return Messages.get("engine.tls.plain");
    }
    boolean ofOurs =
        said.contains("fatal alert")
            && (said.contains("certificate") || said.contains("unknown_ca"));
    if (ofOurs) {
      return tls.hasClientCertificate()
          ? Messages.get(
              "engine.tls.refused", tls.folder().resolve("cert.pem"), Errors.words(failure))
          : Messages.get("engine.tls.clientWanted", tls.folder());
    }
    return Errors.words(failure);
  }

  private static String said(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable e = failure; e != null; e = e.getCause()) {
      words.append(e.getMessage()).append(' ');
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }
}
