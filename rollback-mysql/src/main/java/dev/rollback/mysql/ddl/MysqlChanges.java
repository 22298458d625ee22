// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.ddl;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be changed in place. */
final class MysqlChanges {
    private static final Pattern NOT_ENFORCED = Pattern.compile(" /\\*!\\d+ NOT ENFORCED \\*/");
    private static final Pattern HIDDEN = Pattern.compile(" /\\*!\\d+ INVISIBLE \\*/| IGNORED");
    private static final Pattern ENGINE = Pattern.compile("(?i)\\s*\\bENGINE=\\w+");

    private static final Pattern TEXT = Pattern.compile("(?i)(?:var)?char|(?:tiny|medium|long)?text|enum|set");

    private MysqlChanges() {}

    static Optional<List<String>> change(SchemaObject live, SchemaObject snapshot) {
        if (live instanceof Sequence && snapshot instanceof Sequence old) {
            String options = ENGINE.matcher(old.options()).replaceAll("");
            return old.identityOf() != null
                    ? Optional.of(List.of())
                    : Optional.of(List.of("ALTER SEQUENCE " + quote(old.id()) + " " + options));
        }
        if (live instanceof Constraint now && snapshot instanceof Constraint old) {
            // one that is enforced again must be made anew, after a look at the rows
            boolean released = NOT_ENFORCED.matcher(old.text()).find();
            return released && differOnlyBy(NOT_ENFORCED, now.text(), old.text())
                    ? alter(old, "CHECK", " NOT ENFORCED")
                    : Optional.empty();
        }
        if (live instanceof Index now && snapshot instanceof Index old) {
            boolean same = differOnlyBy(HIDDEN, now.using(), old.using());
            return same ? alter(old, "INDEX", visibility(now.using(), old.using())) : Optional.empty();
        }
        if (live instanceof OpaqueObject && snapshot instanceof OpaqueObject old) {
            return old.replace().isEmpty() ? Optional.empty() : Optional.of(old.replace());
        }
        return Optional.empty();
    }

    private static Optional<List<String>> alter(SchemaObject part, String kind, String word) {
        String table =
                quote(part.id().schema(), Objects.requireNonNull(part.id().table()));
        return Optional.of(List.of("ALTER TABLE " + table + " ALTER " + kind + " "
                + quote(part.id().name()) + word));
    }

    private static boolean differOnlyBy(Pattern words, String one, String other) {
        return !one.equals(other)
                && words.matcher(one).replaceAll("").equals(words.matcher(other).replaceAll(""));
    }

    /** MySQL hides an index as INVISIBLE, MariaDB as IGNORED. */
    private static String visibility(String live, String snapshot) {
        boolean ignored = (live + snapshot).contains(" IGNORED");
        boolean hidden = HIDDEN.matcher(snapshot).find();
        if (ignored) {
            return hidden ? " IGNORED" : " NOT IGNORED";
        }
        return hidden ? " INVISIBLE" : " VISIBLE";
    }

    /** A column without a character set of its own has the table's, and its values would be converted with it. */
    static Optional<String> needsRebuild(Table live, Table snapshot) {
        if (MysqlTableOptions.isVersioned(live.attributes()) != MysqlTableOptions.isVersioned(snapshot.attributes())) {
            return Optional.of("its system versioning is not the same");
        }
        String now = MysqlTableOptions.charset(live.attributes());
        String before = MysqlTableOptions.charset(snapshot.attributes());
        boolean texts = live.columns().stream()
                .anyMatch(c -> c.collation() == null && TEXT.matcher(c.type()).lookingAt());
        return now.equals(before) || !texts
                ? Optional.empty()
                : Optional.of("its texts are of " + now + " and were of " + before);
    }

    static boolean isTied(SchemaObject part, Table table) {
        return part.id().kind() == ObjectKind.PRIMARY_KEY
                || isKeyOrIndex(part)
                        && table.columns().stream()
                                .filter(c -> c.identity() != null)
                                .anyMatch(c -> columns(part).indexOf(c.name()) == 0);
    }

    private static boolean isKeyOrIndex(SchemaObject part) {
        return part instanceof Index || part.id().kind() == ObjectKind.UNIQUE_KEY;
    }

    private static List<String> columns(SchemaObject part) {
        return part instanceof Index index ? index.columns() : ((Constraint) part).columns();
    }

    /** The server would convert values too, but rounds and cuts some of them without an error. */
    static Optional<String> needsRebuild(Column live, Column snapshot) {
        List<String> reasons = new ArrayList<>();
        if (!live.type().equals(snapshot.type())) {
            reasons.add("its type is " + live.type() + " and was " + snapshot.type());
        }
        if (!Objects.equals(live.collation(), snapshot.collation())) {
            reasons.add("its collation is " + words(live.collation()) + " and was " + words(snapshot.collation()));
        }
        if (!Objects.equals(live.generated(), snapshot.generated())) {
            reasons.add("it is generated " + as(live.generated()) + " and was " + as(snapshot.generated()));
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", reasons));
    }

    private static String words(@Nullable String collation) {
        return collation == null ? "the table's" : collation;
    }

    private static String as(@Nullable String generated) {
        return generated == null ? "not at all" : "as " + generated;
    }
}
