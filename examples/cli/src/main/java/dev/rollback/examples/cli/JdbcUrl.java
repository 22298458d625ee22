// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.InvalidInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL, taken apart so that no password is left in the text that messages and drivers show.
 *
 * @param text the URL without credentials; of an H2 that is there already
 * @param credentials {@code user} and {@code password}, where given
 */
record JdbcUrl(String text, Properties credentials) {
    private static final Pattern AUTHORITY = Pattern.compile("(jdbc:[\\w:]+//)([^/?]*)@(.*)");
    private static final Pattern PARAMETER = Pattern.compile("(?<=[?&])(user|password)=([^&]*)(&|$)");
    private static final String H2 = "jdbc:h2:";
    private static final Pattern H2_CREATION = Pattern.compile("(?i);(ifexists|forbid_creation)=");
    private static final Pattern H2_SETTING = Pattern.compile("(?i)(?<=;)(user|password)=([^;]*)(;|$)");

    /** @throws InvalidInputException when no driver takes it */
    static JdbcUrl parse(String given) {
        if (!given.startsWith("jdbc:")) {
            throw new InvalidInputException(
                    "A JDBC URL begins with 'jdbc:', as in jdbc:postgresql://host:5432/database;" + " got '" + given
                            + "'.");
        }
        Properties credentials = new Properties();
        String text = withoutParameters(withoutAuthority(given, credentials), credentials);
        try {
            DriverManager.getDriver(text);
        } catch (SQLException e) {
            throw new InvalidInputException(
                    "No driver of this program takes the URL '" + text
                            + "'; it speaks to PostgreSQL, MySQL, MariaDB and H2, as in jdbc:postgresql://host:5432/database.",
                    e);
        }
        if (text.startsWith(H2) && !H2_CREATION.matcher(text).find()) {
            text += ";IFEXISTS=TRUE"; // a mistyped path must not become an empty database
        }
        return new JdbcUrl(text, credentials);
    }

    private static String withoutAuthority(String url, Properties credentials) {
        Matcher authority = AUTHORITY.matcher(url);
        if (!authority.matches()) {
            return url;
        }
        String[] parts = authority.group(2).split(":", 2);
        put(credentials, "user", parts[0]);
        if (parts.length == 2) {
            put(credentials, "password", parts[1]);
        }
        return authority.group(1) + authority.group(3);
    }

    private static String withoutParameters(String url, Properties credentials) {
        Matcher parameter = (url.startsWith(H2) ? H2_SETTING : PARAMETER).matcher(url);
        StringBuilder rest = new StringBuilder();
        while (parameter.find()) {
            put(credentials, parameter.group(1).toLowerCase(Locale.ROOT), parameter.group(2));
            parameter.appendReplacement(rest, "");
        }
        parameter.appendTail(rest);
        return rest.toString().replaceFirst("[?&;]$", "");
    }

    private static void put(Properties credentials, String name, String encoded) {
        String value;
        try {
            value = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            value = encoded;
        }
        credentials.setProperty(name, value);
    }
}
