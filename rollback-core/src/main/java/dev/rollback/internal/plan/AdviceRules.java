// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Table;
import dev.rollback.plan.Advice;
import dev.rollback.plan.Advice.Decision;
import dev.rollback.plan.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The decision matrix: what an experienced operator would do. */
final class AdviceRules {
    private static final Set<ObjectKind> RESTRICTING = Set.of(ObjectKind.TRIGGER, ObjectKind.RULE, ObjectKind.POLICY);
    /** Names in one reason. */
    private static final int SHOWN = 5;

    private final Diff diff;
    private final TableFates fates;
    private final DatabaseModel seen;
    private final boolean explicit;

    AdviceRules(Situation situation) {
        this.diff = situation.diff();
        this.fates = situation.fates();
        this.seen = situation.seen();
        this.explicit = situation.input().backup() == null;
    }

    Advice advise(List<String> refusals, List<Loss> losses, boolean empty) {
        if (!refusals.isEmpty()) {
            List<String> reasons = new ArrayList<>(refusals);
            reasons.add("What this plan cannot reverse, an external backup can.");
            return new Advice(Decision.RESTORE, reasons);
        }
        if (empty) {
            return new Advice(Decision.KEEP_SCHEMA, List.of("The schema already is what the snapshot says."));
        }
        if (explicit) {
            return new Advice(Decision.ROLL_BACK, List.of("The plan was named by hand; what it does was wished for."));
        }
        List<String> breaking = breaking();
        long lost = losses.stream().filter(Loss::needsAcceptance).count();
        if (breaking.isEmpty()) {
            return new Advice(
                    Decision.KEEP_SCHEMA,
                    List.of(
                            "The migration only added things that the old release does not see: rolling back the"
                                    + " application is enough.",
                            "This plan removes the additions when that is wanted all the same."));
        }
        if (lost > 0) {
            breaking.add("Rolling back gives up data written since (" + lost + (lost == 1 ? " entry" : " entries")
                    + " to accept in the ledger); a forward fix can keep it.");
            return new Advice(Decision.FORWARD_FIX, breaking);
        }
        breaking.add("Nothing written since is lost by rolling back.");
        return new Advice(Decision.ROLL_BACK, breaking);
    }

    /** Why the old release cannot live with the live schema. */
    private List<String> breaking() {
        List<String> reasons = new ArrayList<>();
        fates.verdicts().forEach((id, verdict) -> {
            if (verdict.fate() == Fate.CREATE || verdict.fate() == Fate.REBUILD) {
                reasons.add("Breaking: table " + id.path() + ": " + verdict.reason() + ".");
            } else if (verdict.fate() == Fate.ALTER) {
                alteration(id, reasons);
            }
        });
        Map<String, List<String>> others = new TreeMap<>();
        for (Diff.Entry entry : diff.entries()) {
            if (isBreaking(entry)) {
                String what = entry.isExtra() ? "added" : entry.isMissing() ? "removed" : "changed";
                others.computeIfAbsent(entry.id().kind().label() + " was " + what, k -> new ArrayList<>())
                        .add(entry.id().path());
            }
        }
        others.forEach((what, names) -> reasons.add("Breaking: " + what + ": " + some(names) + "."));
        return reasons;
    }

    private boolean isBreaking(Diff.Entry entry) {
        ObjectId id = entry.id();
        if (id.kind() == ObjectKind.TABLE || id.table() != null && hasItsOwnReason(id)) {
            return false;
        }
        boolean restricts = entry.isExtra()
                && id.table() != null
                && (entry.live() instanceof Constraint
                        || entry.live() instanceof Index i && i.unique()
                        || RESTRICTING.contains(id.kind()));
        return restricts || entry.isMissing() || entry.isChanged();
    }

    /** What belongs to a table that comes, goes or is replaced needs no line of its own. */
    private boolean hasItsOwnReason(ObjectId part) {
        ObjectId table = ObjectId.table(part.schema(), Objects.requireNonNull(part.table()));
        return fates.leaves(table) || fates.arrives(table);
    }

    private static String some(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }

    private void alteration(ObjectId id, List<String> reasons) {
        Table now = seen.table(id).orElseThrow();
        Table old = diff.entries().stream()
                .filter(e -> e.id().equals(id))
                .map(e -> (Table) e.snapshot())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(now);
        for (Column column : now.columns()) {
            Column before = old.column(column.name()).orElse(null);
            boolean unseen = before == null
                    && (column.nullable()
                            || column.defaultValue() != null
                            || column.isGenerated()
                            || column.identity() != null);
            if (!unseen && (before == null || !before.definition().equals(column.definition()))) {
                reasons.add("Breaking: column " + column.name() + " of " + id.path() + " was "
                        + (before == null ? "added and must not be null" : "changed") + ".");
            }
        }
    }
}
