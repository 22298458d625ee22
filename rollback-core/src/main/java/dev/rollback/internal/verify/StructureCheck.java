// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.verify;

import dev.rollback.internal.plan.Diff;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.verify.Finding;
import dev.rollback.verify.Level;
import dev.rollback.verify.Verification.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The first three rungs: objects, definitions, states. */
public final class StructureCheck {
    private StructureCheck() {}

    public static List<Rung> compare(DatabaseModel snapshot, DatabaseModel live, Predicate<ObjectId> wanted) {
        List<Finding> objects = new ArrayList<>();
        List<Finding> definitions = new ArrayList<>();
        List<Finding> states = new ArrayList<>();
        for (Diff.Entry entry : Diff.between(snapshot, live).entries()) {
            String name = entry.id().toString();
            if (!wanted.test(entry.id())) {
                continue;
            }
            if (entry.isMissing()) {
                objects.add(new Finding(Level.OBJECTS, name, "is missing"));
            } else if (entry.isExtra()) {
                objects.add(new Finding(Level.OBJECTS, name, "is there, and was not in the snapshot"));
            } else if (entry.isChanged()) {
                definitions.add(new Finding(
                        Level.DEFINITIONS,
                        name,
                        difference(
                                Objects.requireNonNull(entry.snapshot()).definition(),
                                Objects.requireNonNull(entry.live()).definition())));
            }
            entry.settings()
                    .forEach(s -> states.add(new Finding(
                            Level.STATES, name, s.name() + " is not '" + oneLine(s.value()) + "' any more")));
        }
        long compared =
                snapshot.objects().stream().filter(o -> wanted.test(o.id())).count();
        long settings = snapshot.objects().stream()
                .filter(o -> wanted.test(o.id()))
                .mapToLong(o -> o.settings().size())
                .sum();
        return List.of(
                new Rung(Level.OBJECTS, compared, objects, ""),
                new Rung(Level.DEFINITIONS, compared, definitions, ""),
                new Rung(Level.STATES, settings, states, ""));
    }

    /** The first line that is different on both sides. */
    private static String difference(String before, String now) {
        List<String> old = before.lines().toList();
        List<String> present = now.lines().toList();
        for (int i = 0; i < Math.max(old.size(), present.size()); i++) {
            String left = i < old.size() ? old.get(i) : "(nothing)";
            String right = i < present.size() ? present.get(i) : "(nothing)";
            if (!left.equals(right)) {
                return "was '" + left.strip() + "', is '" + right.strip() + "'";
            }
        }
        return "is different";
    }

    private static String oneLine(String value) {
        return value.replace("\n", "; ");
    }
}
