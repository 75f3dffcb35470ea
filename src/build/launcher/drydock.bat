@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Without arguments: the app. Else: the command line.
setlocal
set "HERE=%~dp0"
set "JAVA="
if defined JAVA_HOME if exist "%JAVA_HOME%\release" (
  findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%JAVA_HOME%\release" >nul && set "JAVA=%JAVA_HOME%\bin\java.exe"
)
if not defined JAVA if exist "@JDK@\bin\java.exe" set "JAVA=@JDK@\bin\java.exe"
if not defined JAVA (
  echo Drydock needs Java 25: install a JDK 25 ^(for example Eclipse Temurin 25^) and point JAVA_HOME at it. 1>&2
  exit /b 69
)
set "MEMORY="
if "%~1"=="" set "MEMORY=-XX:+UseZGC -Xmx1g"
"%JAVA%" %MEMORY% "--module-path=%HERE%modules" --add-modules=javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -classpath "%HERE%@JAR@;%HERE%lib\*" @MAIN@ %*
exit /b %ERRORLEVEL%
