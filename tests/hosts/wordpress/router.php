<?php
// For PHP's own server. WASM goes out with a wrong type, as from a server that nobody told of it.
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$file = realpath( $_SERVER['DOCUMENT_ROOT'] . $path );
if ( str_ends_with( $path, '.wasm' ) && $file ) {
	header( 'Content-Type: application/octet-stream' );
	readfile( $file );
	return true;
}
if ( isset( $_GET['policy'] ) ) {
	header( 'Content-Security-Policy: ' . $_GET['policy'] );
}
if ( $file && is_file( $file ) ) {
	return false;
}
if ( $file && is_file( "$file/index.php" ) ) {
	$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = rtrim( $path, '/' ) . '/index.php';
	chdir( $file );
	require "$file/index.php";
	return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
