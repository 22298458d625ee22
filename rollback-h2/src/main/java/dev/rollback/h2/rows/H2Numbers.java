// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import dev.rollback.h2.rows.H2ValueType.Family;
import dev.rollback.model.Column;
import java.util.Optional;

/** Conversions to numbers. H2 rounds half away from zero where digits are lost. */
final class H2Numbers {
    private static final String NUMBER = "'^\\s*[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?\\s*$'";
    private static final String WHOLE = "'^\\s*[-+]?[0-9]{1,60}\\s*$'";
    private static final String WIDE = "NUMERIC(1000, 300)";
    private static final String NO_NUMBERS = " IN ('NaN', 'Infinity', '-Infinity')";

    private H2Numbers() {}

    /** A condition that is true for values that do not fit; empty when all do. */
    static Optional<String> misfit(String value, Column from, H2ValueType target) {
        H2ValueType source = H2ValueType.of(from);
        if (source.is(Family.BOOLEAN) && !target.is(Family.FLOAT)) {
            return Optional.empty();
        }
        if (source.is(Family.TEXT)) {
            String pattern = target.is(Family.INTEGER) ? WHOLE : NUMBER;
            String text = H2Text.of(value, from);
            return Optional.of("CASE WHEN NOT REGEXP_LIKE(" + text + ", " + pattern + ") THEN TRUE ELSE "
                    + outOfRange("CAST(" + text + " AS DECFLOAT(1000))", target).orElse("FALSE") + " END");
        }
        if (!source.isNumber()) {
            return Optional.of("TRUE");
        }
        if (source.is(Family.FLOAT) && !target.is(Family.FLOAT)) {
            return Optional.of("CASE WHEN CAST(" + value + " AS CHARACTER VARYING)" + NO_NUMBERS
                    + " THEN TRUE ELSE "
                    + outOfRange("CAST(" + value + " AS DECFLOAT(400))", target).orElse("FALSE") + " END");
        }
        return source.wholeDigits() < target.wholeDigits() && !target.is(Family.FLOAT)
                        || source.is(Family.INTEGER)
                                && target.is(Family.INTEGER)
                                && source.highest() <= target.highest()
                ? Optional.empty()
                : outOfRange(value, target);
    }

    private static Optional<String> outOfRange(String number, H2ValueType target) {
        if (target.is(Family.INTEGER)) {
            String lowest = "-" + target.highest() + " - 1.5";
            return Optional.of("NOT (" + number + " > " + lowest + " AND " + number + " < " + target.highest() + ".5)");
        }
        if (target.is("NUMERIC")) {
            return Optional.of("ABS(ROUND(" + number + ", " + target.scale() + ")) >= 1"
                    + "0".repeat((int) Math.min(target.wholeDigits(), 1000)));
        }
        return target.is("REAL")
                ? Optional.of("ABS(" + number + ") > 3.4028235E38")
                : target.is(Family.FLOAT)
                        ? Optional.of("ABS(" + number + ") > 1.7976931348623157E308")
                        : Optional.empty();
    }

    /** Whether a value that fits may be held less exactly. */
    static boolean mayNarrow(H2ValueType source, H2ValueType target) {
        if (target.is(Family.INTEGER)) {
            return !source.is(Family.INTEGER);
        }
        if (target.is("NUMERIC")) {
            return !(source.is(Family.INTEGER) || source.is("NUMERIC") && source.scale() <= target.scale());
        }
        if (target.is("DECFLOAT")) {
            return !(source.is(Family.INTEGER) && target.length() >= 19);
        }
        boolean small = source.is("TINYINT") || source.is("SMALLINT");
        boolean exact = target.is("DOUBLE PRECISION") && (small || source.is("INTEGER") || source.is("REAL"));
        return !(exact || target.is("REAL") && small);
    }

    /** A number of any size, exactly. */
    static String exact(String text) {
        return "CAST(" + text + " AS " + WIDE + ")";
    }
}
