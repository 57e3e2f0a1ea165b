"""What the columns of a list are called in French, German, Spanish, Polish, Greek, Italian and Dutch; English and Welsh stand in `headings`.

Names are written as people write them, without spaces; `headings` compares them without accents. `Nom`, `Nombre` and `Nome` are whole names: which
half they are beside a column of the other, the cells tell.
"""

from __future__ import annotations

from collections.abc import Mapping

CALLED: Mapping[str, str] = {
    "name": "nom nometprénom nomprénom prénometnom prénomnom nomcomplet nomducandidat candidatnom nomdelélève élève étudiant "
    "namevorname vornamename nachnamevorname vornamenachname vorundnachname nachundvorname vollständigername schülername prüfling prüflinge kandidat "
    "nombre nombreyapellidos nombreyapellido apellidosynombre apellidoynombre apellidosnombre nombrecompleto nombredelcandidato nombredelalumno alumno candidato "
    "imięinazwisko nazwiskoiimię nazwiskoimię imięnazwisko zdający uczeń "
    "όνομα ονοματεπώνυμο επώνυμοκαιόνομα όνομακαιεπώνυμο επώνυμοόνομα υποψήφιος μαθητής "
    "nome nomeecognome cognomeenome cognomenome nominativo candidatonome studente "
    "naam volledigenaam naamkandidaat kandidaat leerling",
    "first": "prénom prénoms prénomducandidat prénomdelélève vorname vornamen rufname primernombre imię imiona imięzdającego κύριοόνομα voornaam voornamen roepnaam",
    "last": "nomdefamille nomdenaissance patronyme nachname familienname zuname apellido apellidos primerapellido nazwisko nazwiskozdającego "
    "επώνυμο επίθετο cognome achternaam familienaam",
    "number": "numéro numérocandidat numéroducandidat numérodecandidat ncandidat nocandidat ndecandidat nodecandidat nducandidat numcandidat numérodecandidature "
    "numérodexamen numéroanonymat numérodanonymat nanonymat ndanonymat matricule numérodélève numérodétudiant "
    "nummer nr kandidatennummer kandidatennr kandidatnummer kandidatnr prüfungsnummer prüfungsnr pruefungsnummer pruefungsnr prüflingsnummer prüflingsnr "
    "pruefungsteilnehmernummer prüfungsteilnehmernummer teilnehmernummer teilnehmernr prüfnummer matrikelnummer matrikelnr schülernummer schuelernummer kennnummer "
    "numerodecandidato ndecandidato numcandidato numerocandidato nodecandidato nodelcandidato numerodelcandidato numerodelaspirante numerodeexamen "
    "numerodealumno numerodelalumno matrícula numerodematrícula "
    "numer numerkandydata nrkandydata numerzdającego nrzdającego kodzdającego numerucznia nrucznia numeralbumu "
    "αριθμός αριθμόςυποψηφίου αρυποψηφίου κωδικόςυποψηφίου αριθμόςμητρώου αρμητρώου αριθμόςεξέτασης "
    "matricola numerodimatricola ncandidato numerodicandidato codicecandidato "
    "kandidaatnummer kandidaatnr examennummer examennr leerlingnummer studentnummer",
    "centre": "numérodecentre numérocentre numéroducentre ncentre centredexamen codecentre codeducentre "
    "zentrum prüfungszentrum zentrumsnummer zentrumnummer prüfungszentrumnummer "
    "centro numerodecentro numerodelcentro ndecentro codigodecentro codigocentro codigodelcentro centrodeexamen "
    "ośrodek ośrodekegzaminacyjny numerośrodka kodośrodka nrośrodka "
    "κέντρο εξεταστικόκέντρο κωδικόςκέντρου αριθμόςκέντρου "
    "centrodesame codicecentro numerocentro centrum examencentrum centrumnummer",
    "room": "salle salledexamen numérodesalle nsalle nosalle raum raumnummer raumnr prüfungsraum pruefungsraum saal hörsaal zimmer zimmernummer "
    "aula sala salón auladeexamen numerodeaula saladeexamen salaegzaminacyjna numersali nrsali αίθουσα αίθουσαεξέτασης αίθουσαεξετάσεων "
    "auladesame saladesame lokaal zaal examenlokaal examenzaal",
    "seat": "numérodeplace nplace noplace placeassise siège sitzplatz sitzplatznummer sitzplatznr sitz platz platznummer platznr "
    "asiento numerodeasiento ndeasiento nodeasiento nasiento puesto pupitre miejsce numermiejsca nrmiejsca ławka numerławki θέση αριθμόςθέσης θρανίο "
    "posto numeroposto numerodiposto banco plaats zitplaats plaatsnummer stoel stoelnummer",
    "row": "reihe sitzreihe rangée fila rząd σειρά rij",
    "column": "spalte colonne columna kolumna στήλη colonna kolom",
    "version": "fassung prüfungsversion aufgabenversion variante versionderprüfung versiondusujet versión versióndelexamen wersja wersjaarkusza wariant "
    "έκδοση παραλλαγή versione versie",
    "edition": "édition formatdusujet ausgabe sonderausgabe edición formatodelexamen edycja formaarkusza formatarkusza προσαρμοσμένηέκδοση edizione editie",
    "extra_time": "zeitzuschlag zeitzuschläge zeitzugabe zeitverlängerung schreibzeitverlängerung arbeitszeitverlängerung zusatzzeit "
    "tempssupplémentaire tempsadditionnel tempsmajoré majorationdetemps majorationdutemps "
    "tiempoextra tiempoadicional tiemposuplementario tiempoañadido "
    "dodatkowyczas czasdodatkowy wydłużonyczas wydłużenieczasu przedłużonyczas przedłużenieczasu "
    "επιπλέονχρόνος επιπλέονχρόνο πρόσθετοςχρόνος επιπρόσθετοςχρόνος παράτασηχρόνου "
    "tempoaggiuntivo tempisupplementari tempiaggiuntivi tempoextra extratijd tijdverlenging",
}
"""What each column may be called, by its field, as `headings` says it in English."""

VAGUE = (
    "nr nummer numéro numer αριθμός matricule matrikelnummer matrikelnr matrícula matricola numeralbumu studentnummer kandidat candidato kandidaat prüfling "
    "zdający uczeń υποψήφιος μαθητής élève étudiant alumno studente leerling zentrum centro centrum ośrodek κέντρο platz plaats puesto banco saal sala zimmer"
)
"""Names that give way where another column says the same more clearly: `Nr.` may count the rows."""

ROWS_OR_COUNTS = "reihe fila rząd σειρά rij"
"""Headings of rows of desks that may count the list's rows as well."""

OF_TIME = "tierstemps mehrzeit"
"""What is said of extra time besides, and of no percentage: a third of the time, as French law has it, is none that a column of percents holds."""
