// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What is typed and not sent yet. Typing waits while there is no room; reading waits while there is nothing.
final class Keyboard extends InputStream {
  private static final int ROOM = 1 << 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ByteBuffer typed = ByteBuffer.allocate(ROOM);
  private boolean readerWaits;
  private boolean over;

  /// Puts all of `bytes` in line.
  ///
  /// @return false when the input ended, or not all found room within `most`
  boolean type(byte[] bytes, Duration most) throws InterruptedException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    long left = most.toNanos();
    lock.lockInterruptibly();
    try {
      while (!over && rest.hasRemaining()) {
        if (typed.hasRemaining()) {
          int part = Math.min(rest.remaining(), typed.remaining());
          typed.put(rest.slice(rest.position(), part));
          rest.position(rest.position() + part);
          changed.signalAll();
        } else if (left > 0) {
          left = changed.awaitNanos(left);
        } else {
          return false;
        }
      }
      return !over;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until all that was typed is sent.
  void sent(Duration most) throws InterruptedException {
    long left = most.toNanos();
    lock.lockInterruptibly();
    try {
      while (!over && left > 0 && (typed.position() > 0 || !readerWaits)) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends the input for both sides.
  @Override
  public void close() {
    lock.lock();
    try {
      over = true;
      Arrays.fill(typed.array(), (byte) 0); // passwords are typed, too
      typed.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// What was typed, as soon as there is something; -1 once closed. Cannot be interrupted: the thread that reads belongs to
  /// the client library, which ends with its connection.
  @Override
  public int read(byte[] into, int from, int length) {
    lock.lock();
    try {
      while (typed.position() == 0 && !over) {
        readerWaits = true;
        changed.signalAll();
        changed.awaitUninterruptibly();
      }
      readerWaits = false;
      if (over) {
        return -1;
      }
      typed.flip();
      int part = Math.min(length, typed.remaining());
      typed.get(into, from, part);
      typed.compact();
      changed.signalAll();
      return part;
    } finally {
      lock.unlock();
    }
  }
}
