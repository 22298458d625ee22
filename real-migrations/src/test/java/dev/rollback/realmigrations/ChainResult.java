// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationResult.Outcome;
import java.util.List;

/** What came of a chain on a product. */
record ChainResult(Chain chain, Product product, List<MigrationResult> migrations) {

    static final String HEAD = """
            | chain | product | migrations | reversed exactly | reversed, losses accepted | refused with a reason | wrong |
            |---|---|---|---|---|---|---|
            """;

    /** Everything that is neither reversed nor refused is wrong. */
    List<MigrationResult> wrong() {
        return migrations.stream()
                .filter(m -> m.outcome() != Outcome.REVERSED && m.outcome() != Outcome.REFUSED)
                .toList();
    }

    private long reversed(boolean exactly) {
        return migrations.stream()
                .filter(m -> m.outcome() == Outcome.REVERSED && m.losses().isEmpty() == exactly)
                .count();
    }

    private long refused() {
        return migrations.stream().filter(m -> m.outcome() == Outcome.REFUSED).count();
    }

    String toRow() {
        return "| %s | %s | %d | %d | %d | %d | %d |%n"
                .formatted(
                        chain, product, migrations.size(), reversed(true), reversed(false), refused(), wrong().size());
    }

    /** Every migration that was not reversed exactly, or not tried as usual. */
    String details() {
        StringBuilder text = new StringBuilder("%n%s on %s%n%n".formatted(chain, product));
        migrations.stream()
                .filter(m -> m.outcome() != Outcome.REVERSED
                        || !m.losses().isEmpty()
                        || !m.notes().isEmpty())
                .forEach(m -> text.append("    ")
                        .append(m.toText().replace("\n", "\n    "))
                        .append('\n'));
        return text.toString();
    }
}
