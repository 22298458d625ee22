// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts what runs do; a host with a registry of meters would pass the same numbers on. */
@Component
class RunMetrics implements RollbackListener {
    private final AtomicLong proven = new AtomicLong();
    private final AtomicLong notProven = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong millis = new AtomicLong();

    Map<String, Long> numbers() {
        return Map.of(
                "proven", proven.get(),
                "notProven", notProven.get(),
                "failed", failed.get(),
                "waits", waits.get(),
                "rows", rows.get(),
                "millis", millis.get());
    }

    @Override
    public void waiting(int time, List<String> sessions) {
        waits.incrementAndGet();
    }

    @Override
    public void runFinished(RollbackReport report) {
        (report.isProven() ? proven : notProven).incrementAndGet();
        rows.addAndGet(report.steps().stream().mapToLong(s -> s.rows()).sum());
        millis.addAndGet(report.took().toMillis());
    }

    @Override
    public void runFailed(String run, Exception failure) {
        failed.incrementAndGet();
    }
}
