<?php
// Run in WordPress' folder: an editor, an author, a theme, the plugin.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( getenv( 'WORDPRESS_URL' ), PHP_URL_HOST );
require_once 'wp-load.php';
require_once 'wp-admin/includes/upgrade.php';
require_once 'wp-admin/includes/plugin.php';
wp_install( 'Newsroom', 'editor', 'editor@example.test', true, '', 'on the desk' );
update_option( 'show_avatars', 0 ); // they come from gravatar.com
switch_theme( wp_get_theme( 'twentytwentyfour' )->exists() ? 'twentytwentyfour' : 'twentytwentythree' );
activate_plugin( 'crossread/crossread.php' );
foreach ( array( 1, wp_create_user( 'author', 'on the road', 'author@example.test' ) ) as $user ) {
	// Else a welcome covers the editor.
	update_user_meta( $user, 'wp_persisted_preferences', array(
		'core/edit-post' => array( 'welcomeGuide' => false ),
		'_modified'      => gmdate( 'c' ),
	) );
}
( new WP_User( $user ) )->set_role( 'author' );
