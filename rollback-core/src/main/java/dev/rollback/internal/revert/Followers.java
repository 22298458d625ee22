// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.Following;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.dialect.TouchLog;
import dev.rollback.dialect.TouchLog.Followed;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.model.ObjectId;
import dev.rollback.plan.StepKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tables of a run whose rows are followed. */
final class Followers {
    private final List<Follower> all;
    private final String run;

    private Followers(List<Follower> all, String run) {
        this.all = List.copyOf(all);
        this.run = run;
    }

    static Followers of(Following following, Connection connection, DerivedPlan plan, String backupSchema, long run) {
        String number = String.valueOf(run);
        List<Follower> all = new ArrayList<>();
        plan.online().keys().forEach((table, key) -> {
            TouchLog log = following.follow(
                    new Followed(connection, Relation.of(table), key, backupSchema, run, all.size() + 1));
            List<String> templates = plan.steps().stream()
                    .filter(s -> s.kind() == StepKind.COPY_ROWS && s.object().equals(table))
                    .map(plan::work)
                    .flatMap(w -> w.sql().stream())
                    .toList();
            all.add(new Follower(
                    connection,
                    log,
                    table,
                    named(plan.shadow(table), number),
                    Objects.requireNonNull(plan.merges().get(table)),
                    templates,
                    number));
        });
        return new Followers(all, number);
    }

    private static Relation named(Relation relation, String run) {
        return new Relation(relation.schema(), relation.name().replace(Tokens.RUN, run));
    }

    /** With the number of the run. */
    Relation named(Relation relation) {
        return named(relation, run);
    }

    List<Follower> all() {
        return all;
    }

    Follower of(ObjectId table) {
        return all.stream().filter(f -> f.table().equals(table)).findFirst().orElseThrow();
    }

    List<Relation> live() {
        return all.stream().map(Follower::live).toList();
    }

    /** Live tables and their new forms. */
    List<Relation> relations() {
        List<Relation> relations = new ArrayList<>(live());
        all.forEach(f -> relations.add(f.shadow()));
        return relations;
    }

    void begin() throws SQLException {
        for (Follower follower : all) {
            follower.log().begin();
        }
    }

    void forgetRecent() throws SQLException {
        for (Follower follower : all) {
            follower.log().forgetRecent();
        }
    }

    void continueNumbers() throws SQLException {
        for (Follower follower : all) {
            follower.log().continueNumbers(follower.shadow());
        }
    }

    void end() throws SQLException {
        for (Follower follower : all) {
            follower.log().end();
        }
    }
}
