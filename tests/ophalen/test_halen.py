"""Getting files from a server that misbehaves, from a mirror, and beside what a person placed."""

from __future__ import annotations

import hashlib
import io
import shutil
import stat
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
import yaml

from hulp import WORTEL
from hulp.officieel import LICENTIES, registerbron
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.register import SCHEMA, lees_register
from leefbaarheid.ophalen import netwerk
from leefbaarheid.ophalen.aanvaard import zet_som
from leefbaarheid.ophalen.halen import WERKMAP, Opdracht, Uitkomst, haal_alle
from leefbaarheid.ophalen.uitpakken import pak_uit

INHOUD = b"wk_code,jaar\nWK900100,2002\n" * 2000
SOM = hashlib.sha256(INHOUD).hexdigest()
pytestmark = pytest.mark.traag


def als_zip(**leden: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in leden.items():
            zip_.writestr(naam, inhoud)
    return buffer.getvalue()


class Server(BaseHTTPRequestHandler):
    """What the path says is what goes wrong."""

    keren: ClassVar[dict[str, int]] = {}
    gevraagd: ClassVar[list[str]] = []

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        pad = self.path
        eerder = self.keren.get(pad, 0)
        self.keren[pad] = eerder + 1
        self.gevraagd.append(pad)
        if pad.startswith("/goed"):
            self._stuur(INHOUD)
        elif pad == "/eerst500" and eerder == 0:
            self.send_error(500)
        elif pad == "/eerst500":
            self._stuur(INHOUD)
        elif pad == "/altijd500":
            self.send_error(500)
        elif pad == "/ander":
            self._stuur(b"iets anders\n")
        elif pad == "/pagina":
            self._stuur(b"<!DOCTYPE html><html><body>Onderhoud</body></html>")
        elif pad == "/stuurdoor":
            self.send_response(302)
            self.send_header("Location", "/goed")
            self.end_headers()
        elif pad == "/afgebroken":
            self._breek_af(eerder)
        elif pad == "/vervolgt" and "Range" in self.headers:
            self._geef_rest()
        elif pad == "/vervolgt":
            self._stuur(INHOUD)
        elif pad == "/afgekapt":
            self._stuur(INHOUD[:1000], lengte=len(INHOUD))
        elif pad == "/traag":
            self.stil.wait(5)
        elif pad == "/kapot.zip" and eerder == 0:
            self._stuur(als_zip(**{"scores.csv": INHOUD})[:-30])
        elif pad in ("/scores.zip", "/kapot.zip", "/download?id=1"):
            self._stuur(als_zip(**{"map/scores.csv": INHOUD, "ander.csv": b"x"}))
        else:
            self.send_error(404)

    stil = threading.Event()

    def _stuur(self, inhoud: bytes, lengte: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(lengte or len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    def _breek_af(self, eerder: int) -> None:
        """Send a third and break; the next time what is asked from there on."""
        if eerder == 0:
            self._stuur(INHOUD[: len(INHOUD) // 3], lengte=len(INHOUD))
            return
        self._geef_rest()

    def _geef_rest(self) -> None:
        begin = int(self.headers["Range"].split("=")[1].rstrip("-"))
        assert begin > 0
        self.send_response(206)
        self.send_header("Content-Length", str(len(INHOUD) - begin))
        self.end_headers()
        self.wfile.write(INHOUD[begin:])


@pytest.fixture
def server(monkeypatch) -> Iterator[str]:
    """The address of a server that misbehaves; nobody waits between two tries."""
    Server.keren, Server.gevraagd = {}, []
    Server.stil.clear()
    monkeypatch.setattr("pooch.core.time.sleep", lambda seconden: None)
    dienst = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=dienst.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{dienst.server_port}"
    Server.stil.set()
    dienst.shutdown()
    dienst.server_close()


def register(map_: Path, **bronnen: dict) -> Path:
    """Write a register of the test's own and return the folder of the project."""
    (map_ / "config").mkdir(parents=True, exist_ok=True)
    shutil.copy(WORTEL / SCHEMA, map_ / SCHEMA)
    tekst = yaml.safe_dump({"licenties": LICENTIES, "bronnen": bronnen}, sort_keys=False)
    (map_ / "config" / "bronnen.yaml").write_text(f"# een opmerking\n{tekst}", "utf-8")
    return map_


def bron(adres: str = "", som: str | None = SOM, **anders):
    velden = registerbron("scores", "map/scores.csv", "csv", sha256=som, **anders)
    if adres:
        velden["adres"] = adres
    return {sleutel: waarde for sleutel, waarde in velden.items() if waarde is not None}


def haal(map_: Path, velden: dict, **anders):
    """Get one source; return its line and where it belongs."""
    wortel = register(map_ / "project", scores=velden)
    opdracht = Opdracht(map_ / "raw", wortel / "config" / "bronnen.yaml", **anders)
    (regel,) = haal_alle(list(lees_register(wortel).values()), opdracht)
    return regel, map_ / "raw" / "map" / "scores.csv"


@pytest.mark.parametrize("pad", ["goed", "eerst500", "stuurdoor", "afgebroken"])
def test_een_bestand_komt_op_zijn_plaats_en_een_tweede_keer_doet_niets(tmp_path, server, pad):
    regel, doel = haal(tmp_path, bron(f"{server}/{pad}"))
    assert regel.uitkomst is Uitkomst.OPGEHAALD, regel.fout
    assert doel.read_bytes() == INHOUD
    assert not (tmp_path / "raw" / WERKMAP).exists()
    Server.gevraagd.clear()
    assert haal(tmp_path, bron(f"{server}/{pad}"))[0].uitkomst is Uitkomst.STOND_ER
    assert Server.gevraagd == []


@pytest.mark.parametrize(
    ("pad", "wat", "keren"),
    [
        ("weg", "niet gevonden .antwoord 404.", 1),
        ("altijd500", "antwoord 500.*3 pogingen", 3),
        ("pagina", "geeft een webpagina en geen bestand", 1),
        ("ander", "een ander dan het register noemt: sha256 is [0-9a-f]{64}", 1),
        ("afgekapt", "de verbinding brak af", 3),
    ],
)
def test_wat_mislukt_laat_niets_achter_en_zegt_waar_het_te_vinden_is(
    tmp_path, server, pad, wat, keren
):
    regel, doel = haal(tmp_path, bron(f"{server}/{pad}", pagina="https://proef.example/data"))
    assert regel.uitkomst is Uitkomst.MISLUKT
    assert not doel.exists()
    with pytest.raises(InvoerFout, match=rf"{wat}(.|\n)*Te vinden via https://proef.example/data"):
        raise regel.fout
    assert Server.keren[f"/{pad}"] == keren


def test_een_trage_server_houdt_niemand_op(tmp_path, server, monkeypatch):
    monkeypatch.setattr(netwerk.Haler.__init__, "__defaults__", (None, None, (0.2, 0.2), 10**9))
    regel, _ = haal(tmp_path, bron(f"{server}/traag"))
    assert "geen antwoord op tijd" in str(regel.fout)


def test_zonder_verbinding_zegt_een_zin_dat(tmp_path, monkeypatch):
    monkeypatch.setattr("pooch.core.time.sleep", lambda seconden: None)
    regel, _ = haal(tmp_path, bron("http://127.0.0.1:9/scores.csv"))
    assert "niet op te halen (geen verbinding)" in str(regel.fout)


def test_een_te_groot_bestand_wordt_niet_binnengehaald(tmp_path, server, monkeypatch):
    monkeypatch.setattr(netwerk.Haler.__init__, "__defaults__", (None, None, (5, 5), 1000))
    regel, doel = haal(tmp_path, bron(f"{server}/goed"))
    assert "groter dan" in str(regel.fout)
    assert not doel.exists()


def test_twee_bronnen_uit_een_archief_halen_het_een_keer(tmp_path, server):
    een = bron(f"{server}/scores.zip", archiefdeel="scores.csv")
    twee = bron(
        f"{server}/scores.zip", som=hashlib.sha256(b"x").hexdigest(), archiefdeel="ander.csv"
    ) | {"bestand": "ander.csv"}
    wortel = register(tmp_path / "project", een=een, twee=twee)
    opdracht = Opdracht(tmp_path / "raw", wortel / "config" / "bronnen.yaml")
    regels = haal_alle(list(lees_register(wortel).values()), opdracht)
    assert [regel.uitkomst for regel in regels] == [Uitkomst.OPGEHAALD] * 2
    assert Server.keren == {"/scores.zip": 1}


def test_een_archief_dat_niet_deugt_staat_de_volgende_keer_niet_in_de_weg(tmp_path, server):
    velden = bron(f"{server}/kapot.zip", archiefdeel="scores.csv")
    regel, _ = haal(tmp_path, velden)
    assert regel.uitkomst is Uitkomst.MISLUKT
    assert "niet te lezen" in str(regel.fout)
    regel, doel = haal(tmp_path, velden)
    assert regel.uitkomst is Uitkomst.OPGEHAALD, regel.fout
    assert doel.read_bytes() == INHOUD


@pytest.mark.parametrize("som", [SOM, None])
def test_een_deel_van_een_vorige_keer_wordt_nooit_stil_aan_een_ander_bestand_geplakt(
    tmp_path, server, som
):
    werk = tmp_path / "raw" / WERKMAP
    werk.mkdir(parents=True)
    (werk / "scores.deel").write_bytes(b"een oude levering\n" * 10)
    _, doel = haal(tmp_path, bron(f"{server}/vervolgt", som=som))
    assert doel.read_bytes() == INHOUD


def test_een_archief_hoeft_geen_adres_op_zip_te_hebben(tmp_path, server):
    regel, doel = haal(tmp_path, bron(f"{server}/download?id=1", archiefdeel="scores.csv"))
    assert regel.uitkomst is Uitkomst.OPGEHAALD, regel.fout
    assert doel.read_bytes() == INHOUD


def test_een_map_waar_niets_in_kan_is_een_melding(tmp_path, server):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "map").write_text("een bestand, waar een map hoort")
    regel, _ = haal(tmp_path, bron(f"{server}/goed"))
    assert regel.uitkomst is Uitkomst.MISLUKT
    assert "niet te lezen of te schrijven" in str(regel.fout)


def test_een_bestand_dat_mislukt_houdt_de_andere_niet_tegen(tmp_path, server):
    slecht = bron(f"{server}/weg") | {"bestand": "weg.csv"}
    wortel = register(tmp_path / "project", slecht=slecht, goed=bron(f"{server}/goed"))
    opdracht = Opdracht(tmp_path / "raw", wortel / "config" / "bronnen.yaml")
    regels = haal_alle(list(lees_register(wortel).values()), opdracht)
    assert [r.uitkomst for r in regels] == [Uitkomst.MISLUKT, Uitkomst.OPGEHAALD]


def test_een_bestand_van_de_hand_met_een_andere_som_blijft_staan(tmp_path):
    doel = tmp_path / "raw" / "map" / "scores.csv"
    doel.parent.mkdir(parents=True)
    doel.write_bytes(b"nieuwe levering\n")
    nieuw = hashlib.sha256(b"nieuwe levering\n").hexdigest()
    regel, _ = haal(tmp_path, bron())
    assert regel.uitkomst is Uitkomst.ANDERS
    assert nieuw in str(regel.fout) and "AANVAARD=1" in str(regel.fout)
    assert doel.read_bytes() == b"nieuwe levering\n"


@pytest.mark.parametrize("som", [SOM, None])
def test_aanvaarden_zet_alleen_de_nieuwe_som_in_het_register(tmp_path, som):
    doel = tmp_path / "raw" / "map" / "scores.csv"
    doel.parent.mkdir(parents=True)
    doel.write_bytes(b"nieuwe levering\n")
    nieuw = hashlib.sha256(b"nieuwe levering\n").hexdigest()
    wortel = register(
        tmp_path / "project", voor=bron() | {"bestand": "v.csv"}, scores=bron(som=som)
    )
    pad = wortel / "config" / "bronnen.yaml"
    eerst = pad.read_text("utf-8")
    opdracht = Opdracht(tmp_path / "raw", pad, aanvaard=True)
    (regel,) = haal_alle([lees_register(wortel)["scores"]], opdracht)
    assert regel.uitkomst is Uitkomst.AANVAARD
    assert (regel.bron.sha256, regel.som) == (som or "", nieuw)
    assert lees_register(wortel)["scores"].sha256 == nieuw
    verschil = set(pad.read_text("utf-8").splitlines()) ^ set(eerst.splitlines())
    assert {regel.split(":")[0].strip() for regel in verschil} == {"sha256"}


def test_een_register_in_een_andere_schrijfwijze_wordt_niet_bedorven(tmp_path):
    pad = tmp_path / "bronnen.yaml"
    pad.write_text("bronnen: {scores: {bestand: scores.csv}}\n", "utf-8")
    with pytest.raises(InvoerFout, match=f"Zet haar er zelf in: sha256: {SOM}"):
        zet_som(pad, "scores", SOM)
    assert pad.read_text("utf-8") == "bronnen: {scores: {bestand: scores.csv}}\n"


@pytest.mark.parametrize("plek", ["map/scores.csv", "scores.csv"])
@pytest.mark.parametrize("soort", ["map", "adres"])
def test_een_spiegel_komt_in_de_plaats_van_elk_adres(tmp_path, server, soort, plek, monkeypatch):
    spiegel = tmp_path / "spiegel"
    (spiegel / plek).parent.mkdir(parents=True)
    (spiegel / plek).write_bytes(INHOUD)
    if soort == "adres":
        monkeypatch.setattr(Server, "do_GET", lambda self: geef_map(self, spiegel))
    regel, doel = haal(
        tmp_path, bron("http://127.0.0.1:9/x"), spiegel=str(spiegel) if soort == "map" else server
    )
    assert regel.uitkomst is Uitkomst.OPGEHAALD, regel.fout
    assert doel.read_bytes() == INHOUD


def geef_map(server: Server, map_: Path) -> None:
    pad = map_ / server.path.lstrip("/")
    if pad.is_file():
        server._stuur(pad.read_bytes())
    else:
        server.send_error(404)


def test_in_een_spiegel_mag_ook_het_archief_van_de_uitgever_staan(tmp_path):
    (tmp_path / "spiegel").mkdir()
    (tmp_path / "spiegel" / "meting.zip").write_bytes(als_zip(**{"scores.csv": INHOUD}))
    velden = bron("http://127.0.0.1:9/pad/meting.zip", archiefdeel="scores.csv")
    regel, doel = haal(tmp_path, velden, spiegel=str(tmp_path / "spiegel"))
    assert regel.uitkomst is Uitkomst.OPGEHAALD, regel.fout
    assert doel.read_bytes() == INHOUD


def test_een_spiegel_die_er_niet_is_is_een_melding(tmp_path):
    with pytest.raises(InvoerFout, match="de spiegel is geen map"):
        haal(tmp_path, bron(), spiegel=str(tmp_path / "nergens"))


def maak_zip(pad: Path, naam: str = "scores.csv", inhoud: bytes = INHOUD, modus: int = 0) -> Path:
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        lid = zipfile.ZipInfo(naam)
        lid.external_attr = modus << 16
        zip_.writestr(lid, inhoud, zipfile.ZIP_DEFLATED)
    return pad


def test_een_pad_in_een_archief_leidt_nergens_heen(tmp_path):
    doel = tmp_path / "uit" / "scores.csv"
    pak_uit(maak_zip(tmp_path / "a.zip", "../../scores.csv"), "scores.csv", doel)
    assert doel.read_bytes() == INHOUD
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "uit"]


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"modus": stat.S_IFLNK | 0o777}, "een verwijzing in plaats van een bestand"),
        ({"inhoud": b"0" * 20_000_000}, "onwaarschijnlijk groot"),
        ({"naam": "score.csv"}, r"zit niet, of meer dan eens(.|\n)*Bedoelde u score.csv"),
    ],
)
def test_een_archief_dat_niet_deugt_wordt_geweigerd(tmp_path, anders, wat):
    with pytest.raises(InvoerFout, match=wat):
        pak_uit(maak_zip(tmp_path / "a.zip", **anders), "scores.csv", tmp_path / "uit.csv")
    assert not (tmp_path / "uit.csv").exists()


def test_een_archief_met_een_wachtwoord_of_dat_geen_archief_is(tmp_path):
    pad = maak_zip(tmp_path / "a.zip")
    ruw = bytearray(pad.read_bytes())
    ruw[ruw.index(b"PK\x01\x02") + 8] |= 1
    pad.write_bytes(ruw)
    with pytest.raises(InvoerFout, match="wachtwoord"):
        pak_uit(pad, "scores.csv", tmp_path / "uit.csv")
    # the bytes of the member itself are damaged
    ruw = bytearray(maak_zip(pad).read_bytes())
    ruw[45:60] = b"\xff" * 15
    pad.write_bytes(ruw)
    with pytest.raises(InvoerFout, match="niet te lezen"):
        pak_uit(pad, "scores.csv", tmp_path / "uit.csv")
    pad.write_bytes(b"PK niets")
    with pytest.raises(InvoerFout, match="niet te lezen"):
        pak_uit(pad, "scores.csv", tmp_path / "uit.csv")
