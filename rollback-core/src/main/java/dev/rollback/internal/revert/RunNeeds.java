// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.capture.Backup;
import dev.rollback.dialect.Needs;
import dev.rollback.internal.Store;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Setting;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the current role must be allowed to do for a run. */
final class RunNeeds {
    private static final Set<StepKind> MAKING =
            EnumSet.of(StepKind.RENAME, StepKind.CREATE, StepKind.BUILD, StepKind.REPLACE, StepKind.SWAP);
    private static final Set<StepKind> DROPPING = EnumSet.of(StepKind.REPLACE, StepKind.DROP);

    private final DerivedPlan plan;
    private final DatabaseModel snapshot;
    private final DatabaseModel live;
    private final Map<ObjectId, SchemaObject> byOldName = new HashMap<>();
    private final Needs needs = new Needs();

    private RunNeeds(DerivedPlan plan) {
        this.plan = plan;
        this.snapshot = plan.input().snapshot();
        this.live = plan.input().live();
        live.objects().forEach(o -> byOldName.put(plan.oldName(o.id()), o));
    }

    static Needs of(DerivedPlan plan, Store store) {
        return new RunNeeds(plan).all(store);
    }

    private Needs all(Store store) {
        needs.uses(live.schemas()).makesIn(store.schema()).writes(store.tables());
        needs.reads(plan.touched()).changes(plan.touched());
        plan.touched().forEach(t -> needs.makesIn(t.schema()).makesTemporaryIn(store.schema()));
        Backup backup = plan.input().backup();
        if (backup != null) {
            backup.tables().forEach(t -> needs.reads(List.of(ObjectId.table(store.schema(), t.storedAs()))));
        }
        plan.steps().forEach(this::step);
        return needs;
    }

    private void step(RollbackStep step) {
        ObjectId id = step.object();
        if (step.kind() == StepKind.RECORD) {
            needs.writes(List.of(id));
        }
        SchemaObject now = byOldName.get(id);
        if (now != null && id.kind() != ObjectKind.TABLE) {
            owner(now, live).ifPresent(owner -> needs.actsFor(now.id(), owner));
        }
        Optional<SchemaObject> old = snapshot.find(id);
        old.flatMap(o -> owner(o, snapshot)).ifPresent(owner -> needs.actsFor(id, owner));
        if (MAKING.contains(step.kind()) && id.table() == null) {
            needs.makesIn(id.schema()).makes(id);
        }
        if (DROPPING.contains(step.kind()) && id.table() == null) {
            needs.drops(id);
        }
        if (old.orElse(null) instanceof Constraint key && key.references() != null) {
            needs.refersTo(key.references());
        }
    }

    /** The owner of an object, or of what it belongs to; empty where there is none to tell. */
    private static Optional<String> owner(SchemaObject object, DatabaseModel model) {
        Optional<String> own = object.settings().stream()
                .filter(s -> s.name().equals("owner"))
                .map(Setting::value)
                .filter(v -> !v.isEmpty())
                .findFirst();
        if (own.isPresent() || object.id().kind() != ObjectKind.PUBLICATION_TABLE) {
            return own;
        }
        return model.find(ObjectId.of(ObjectKind.PUBLICATION, "", object.id().name()))
                .flatMap(publication -> owner(publication, model));
    }
}
