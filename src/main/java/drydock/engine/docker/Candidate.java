// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import org.jspecify.annotations.Nullable;

/// An endpoint to try, or one of which is known beforehand that trying is in vain.
///
/// @param tls how to speak TLS to it; null for plain HTTP
record Candidate(Endpoint endpoint, @Nullable Tls tls, @Nullable EndpointAttempt verdict) {
  static Candidate of(String uri, Endpoint.Origin origin, String name) {
    return new Candidate(new Endpoint(uri, origin, name), null, null);
  }

  static Candidate hopeless(Endpoint endpoint, EndpointAttempt.Result result, String detail) {
    return new Candidate(endpoint, null, new EndpointAttempt(endpoint, result, detail));
  }
}
