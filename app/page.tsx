// The front page, until the shelf of cases takes its place.
export default function Home() {
  return (
    <main className="p-8">
      <h1 className="text-2xl">Corsia</h1>
      <p>An open-source simulator of clinical cases.</p>
    </main>
  );
}
