// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the attributes of a column say. Its type is what its domain stands for, if it has one. */
public final class H2Columns {
    private static final String DOMAIN = "DOMAIN";
    private static final String INVISIBLE = "INVISIBLE";
    private static final String DEFAULT_ON_NULL = "DEFAULT ON NULL";
    private static final String ON_UPDATE = "ON UPDATE ";

    private H2Columns() {}

    static String attributes(
            @Nullable String domain, boolean visible, boolean defaultOnNull, @Nullable String onUpdate) {
        List<String> words = new ArrayList<>();
        if (domain != null) {
            words.add(DOMAIN + " " + domain);
        }
        if (!visible) {
            words.add(INVISIBLE);
        }
        if (defaultOnNull) {
            words.add(DEFAULT_ON_NULL);
        }
        if (onUpdate != null) {
            words.add(ON_UPDATE + onUpdate);
        }
        return String.join(" ", words);
    }

    /** The quoted domain, or the type. */
    public static String declaredType(Column column) {
        if (!column.attributes().startsWith(DOMAIN + " ")) {
            return column.type();
        }
        List<Token> tokens = H2Tokens.of(column.attributes());
        return column.attributes()
                .substring(tokens.get(1).start(), tokens.get(3).end());
    }

    public static boolean isInvisible(Column column) {
        return words(column).startsWith(INVISIBLE);
    }

    public static boolean isDefaultOnNull(Column column) {
        return words(column).replaceFirst("^" + INVISIBLE + " ?", "").startsWith(DEFAULT_ON_NULL);
    }

    /** The expression that an update sets; empty for none. */
    public static String onUpdate(Column column) {
        String rest =
                words(column).replaceFirst("^" + INVISIBLE + " ?", "").replaceFirst("^" + DEFAULT_ON_NULL + " ?", "");
        return rest.startsWith(ON_UPDATE) ? rest.substring(ON_UPDATE.length()) : "";
    }

    private static String words(Column column) {
        String type = declaredType(column);
        return type.equals(column.type())
                ? column.attributes()
                : column.attributes()
                        .substring(DOMAIN.length() + 1 + type.length())
                        .strip();
    }
}
