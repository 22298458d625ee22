// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.Store;
import dev.rollback.internal.report.PlanText;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import java.util.ArrayList;
import java.util.List;

/** A plan as a script, for a forward fix that is deployed like any other migration. */
final class Script {
    private final DerivedPlan plan;
    private final String run;

    Script(DerivedPlan plan) {
        this.plan = plan;
        // stands where a run would put its number, so that two scripts do not keep their originals under one name
        this.run = String.valueOf(Long.parseLong(plan.hash().substring(0, 12), 16));
    }

    String text() {
        Dialect dialect = plan.input().dialect();
        StringBuilder out = new StringBuilder();
        comment(out, PlanText.title(plan) + ", hash " + plan.hash());
        comment(out, "Run it as a whole, in one transaction where the product has transactions for structure.");
        comment(out, "It takes no safety capture and proves nothing: capture before it, verify after it.");
        plan.losses().forEach(l -> comment(out, "Loss: " + l.at("") + place(plan.place(l))));
        plan.refusals().forEach(r -> comment(out, "Cannot run: " + r));
        List<String> before = new ArrayList<>(dialect.ddl().scriptBegin());
        before.addAll(dialect.ddl().createSchemaIfMissing(plan.input().backupSchema()));
        before.addAll(new Store(dialect, plan.input().backupSchema()).quarantineDdl());
        statements(out, before);
        for (RollbackStep step : plan.steps()) {
            if (step.kind() == StepKind.RECORD) {
                continue; // a script that goes forward takes nothing out of the migration tool's record
            }
            out.append('\n');
            comment(out, step + ": " + step.reason());
            Work work = plan.work(step);
            if (work instanceof Work.Copy copy) {
                copy.sources()
                        .forEach(source -> statements(
                                out,
                                copy.templates().stream()
                                        .map(t -> t.replace(
                                                        Tokens.SOURCE,
                                                        dialect.ddl().quote(source))
                                                .replace(Tokens.RANGE, "true"))
                                        .toList()));
            } else {
                statements(out, work.sql());
            }
        }
        statements(out.append('\n'), dialect.ddl().scriptEnd());
        return out.toString();
    }

    private String place(String place) {
        return place.isEmpty() ? "" : " -> " + place.replace(Tokens.RUN, run);
    }

    private static void comment(StringBuilder out, String text) {
        out.append("-- ").append(text.replaceAll("\\R", " ")).append('\n');
    }

    private void statements(StringBuilder out, List<String> statements) {
        statements.forEach(
                sql -> out.append(sql.strip().replace(Tokens.RUN, run)).append(";\n"));
    }
}
