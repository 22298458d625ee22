// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be changed in place. */
final class PostgresChanges {
    private static final String NOT_VALID = " NOT VALID";
    /** The end of a foreign key as the server prints it. */
    private static final Pattern DEFERRED = Pattern.compile(
            "(?s)(?<key>.*?)(?<when>(?: DEFERRABLE)?(?: INITIALLY DEFERRED)?)(?<state>(?: NOT ENFORCED)?(?: NOT VALID)?)");

    private static final Pattern ENUM = Pattern.compile("(?s)(?:CREATE TYPE .*? AS )?ENUM \\((.*)\\)");
    private static final Pattern LABEL = Pattern.compile("E?'(?:[^']|'')*'");

    private static final Pattern RULE = Pattern.compile("\\bCHECK \\(.*|\\bNOT NULL\\b");

    private PostgresChanges() {}

    static Optional<List<String>> change(SchemaObject live, SchemaObject snapshot) {
        if (live instanceof Sequence now && snapshot instanceof Sequence old) {
            return Optional.of(PostgresSequenceDdl.change(now, old));
        }
        if (live instanceof Constraint now && snapshot instanceof Constraint old) {
            return validate(now, old).or(() -> defer(now, old));
        }
        if (live instanceof OpaqueObject now && snapshot instanceof OpaqueObject old) {
            if (!old.replace().isEmpty() && old.shape().equals(now.shape()) && !narrows(now, old)) {
                return Optional.of(old.replace());
            }
            return old.id().kind() == ObjectKind.TYPE ? renameLabels(now, old) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Rules that come back to a domain may be violated by rows written meanwhile: those need its tables made anew. */
    private static boolean narrows(OpaqueObject live, OpaqueObject snapshot) {
        if (snapshot.id().kind() != ObjectKind.TYPE) {
            return false;
        }
        Set<String> now = new HashSet<>(RULE.matcher(live.definition())
                .results()
                .map(MatchResult::group)
                .toList());
        return RULE.matcher(snapshot.definition())
                .results()
                .map(MatchResult::group)
                .anyMatch(r -> !now.contains(r));
    }

    private static Optional<List<String>> validate(Constraint live, Constraint snapshot) {
        boolean same = live.text().equals(snapshot.text() + NOT_VALID)
                && Objects.equals(live.partOf(), snapshot.partOf())
                && snapshot.validated()
                && !live.validated();
        return same
                ? Optional.of(List.of("ALTER TABLE " + quote(snapshot.table()) + " VALIDATE CONSTRAINT "
                        + quote(snapshot.id().name())))
                : Optional.empty();
    }

    /** When a foreign key is checked. */
    private static Optional<List<String>> defer(Constraint live, Constraint snapshot) {
        Matcher now = DEFERRED.matcher(live.text());
        Matcher old = DEFERRED.matcher(snapshot.text());
        boolean same = snapshot.id().kind() == ObjectKind.FOREIGN_KEY
                && now.matches()
                && old.matches()
                && now.group("key").equals(old.group("key"))
                && now.group("state").equals(old.group("state"));
        return same
                ? Optional.of(List.of("ALTER TABLE " + quote(snapshot.table()) + " ALTER CONSTRAINT "
                        + quote(snapshot.id().name())
                        + (old.group("when").isEmpty() ? " NOT DEFERRABLE" : old.group("when"))))
                : Optional.empty();
    }

    /** Only renames: a label that was added cannot be removed, and its place cannot be told. */
    private static Optional<List<String>> renameLabels(OpaqueObject live, OpaqueObject snapshot) {
        List<String> now = labels(live.definition());
        List<String> old = labels(snapshot.definition());
        Set<String> added = new HashSet<>(now);
        added.retainAll(old);
        if (now.isEmpty() || now.size() != old.size()) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).equals(old.get(i))) {
                continue;
            }
            if (added.contains(now.get(i)) || added.contains(old.get(i))) {
                return Optional.empty();
            }
            statements.add("ALTER TYPE " + quote(snapshot.id()) + " RENAME VALUE " + now.get(i) + " TO " + old.get(i));
        }
        return Optional.of(statements);
    }

    private static List<String> labels(String definition) {
        Matcher matcher = ENUM.matcher(definition);
        if (!matcher.matches()) {
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(matcher.group(1));
        while (label.find()) {
            labels.add(label.group());
        }
        return labels;
    }

    static Optional<String> needsRebuild(Column live, Column snapshot) {
        List<String> reasons = new ArrayList<>();
        if (!live.type().equals(snapshot.type())) {
            reasons.add("its type is " + live.type() + " and was " + snapshot.type());
        }
        if (!Objects.equals(live.collation(), snapshot.collation())) {
            reasons.add(
                    "its collation is " + orDefault(live.collation()) + " and was " + orDefault(snapshot.collation()));
        }
        if (!Objects.equals(live.generated(), snapshot.generated())) {
            reasons.add(
                    snapshot.generated() == null
                            ? "it is generated as " + live.generated() + " and was not"
                            : live.generated() == null
                                    ? "it was generated as " + snapshot.generated() + " and is not"
                                    : "it is generated as " + live.generated() + " and was as " + snapshot.generated());
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", reasons));
    }

    private static String orDefault(@Nullable String collation) {
        return collation == null ? "the default" : collation;
    }
}
