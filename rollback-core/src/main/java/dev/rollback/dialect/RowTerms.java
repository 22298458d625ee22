// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.util.Optional;

/** The words of a product for what {@link RowChoice} chooses from; all are SQL expressions over the joined rows. */
public interface RowTerms {

    /** What is brought into its old shape. */
    RowMerge merge();

    /** A string literal. */
    String literal(String text);

    /** A condition that is true for rows that the backup has. */
    String present();

    /** A condition that is true when the live value still is what the migration made of the backup's. */
    String isUntouched(ColumnRule rule);

    /** The live value. */
    String currentValue(ColumnRule rule);

    /** A condition that is true when there is no live value. */
    default String isNull(ColumnRule rule) {
        return currentValue(rule) + " IS NULL";
    }

    /** The live value in the old type; raises an error for values that do not fit. */
    String convertedValue(ColumnRule rule);

    /** The backup's value. */
    String backupValue(ColumnRule rule);

    /** No value, where a column has none of the others. */
    default String noValue(ColumnRule rule) {
        return "NULL";
    }

    /** The old key of the referenced row, which the join of this number finds. */
    String parentValue(ColumnRule rule, int number);

    /** A condition that is true when the join of this number finds an old key. */
    default String hasParent(int number) {
        return "p" + number + ".live IS NOT NULL";
    }

    /** The join that finds the old key of the referenced row. */
    String joinParent(ColumnRule rule, int number);

    /** The join that finds the old key of a row by its new one, as {@code old} of {@code m} and the number. */
    String joinLookup(ColumnRule rule, int number);

    /** The new key by which {@link #joinLookup} finds. */
    String lookupKey(ColumnRule rule);

    /** An old key that was found, as a branch of a CASE. */
    default String lookedUpValue(ColumnRule rule, int number) {
        return "m" + number + ".old";
    }

    /** A condition that is true for live values that do not fit the old type; empty when all do. */
    Optional<String> misfit(ColumnRule rule);

    /** A condition that is true when a live value that fits is held less exactly by the old type. */
    String isNarrowed(ColumnRule rule);

    /** What a row born later has in a column that the migration destroyed. */
    String fallback(ColumnRule rule);

    /** Whether there is no such value although there must be one. */
    boolean isFallbackMissing(ColumnRule rule);
}
